package vn.binhquyen.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;

/** Stands before every façade method that is {@link Authorised} and lets only those in who have the right. */
@Aspect
@Component
@Order(0)
public class Enforcement {
    private final CurrentActor current;
    private final Permissions permissions;
    private final ObjectProvider<Locator<?>> locatorBeans;
    private @Nullable Map<Class<?>, Locator<?>> locators;

    Enforcement(CurrentActor current, Permissions permissions, ObjectProvider<Locator<?>> locatorBeans) {
        this.current = current;
        this.permissions = permissions;
        this.locatorBeans = locatorBeans;
    }

    @Before("@annotation(right)")
    public void check(JoinPoint call, Authorised right) {
        Actor actor = current.get();
        List<Scope> scopes = Rights.scopes(actor.roles(), right.action(), right.thing());
        if (scopes.isEmpty() || !current.mayUse(right)) {
            throw refusal(actor, right);
        }
        for (Object argument : call.getArgs()) {
            List<Place> places = argument == null ? List.of() : placesOf(argument, right.thing());
            if (!places.isEmpty() && places.stream().noneMatch(place -> permissions.covers(scopes, actor, place))) {
                throw refusal(actor, right);
            }
            if (argument instanceof Actor named && !named.equals(actor)) {
                throw refusal(actor, right);
            }
        }
    }

    private List<Place> placesOf(Object argument, Thing thing) {
        if (argument instanceof Located located) {
            return List.of(located.place());
        }
        Locator<?> locator = locators().get(argument.getClass());
        return locator != null && (locator.thing() == null || locator.thing() == thing)
                ? places(locator, argument)
                : List.of();
    }

    private static <I> List<Place> places(Locator<I> locator, Object id) {
        return locator.places(locator.idType().cast(id));
    }

    /** Found at the first call: the locators belong to rooms that are built after this one. */
    private Map<Class<?>, Locator<?>> locators() {
        Map<Class<?>, Locator<?>> known = locators;
        if (known == null) {
            known = new HashMap<>();
            for (Locator<?> locator : locatorBeans) {
                known.put(locator.idType(), locator);
            }
            locators = known;
        }
        return known;
    }

    private static AccessRefused refusal(Actor actor, Authorised right) {
        return new AccessRefused(actor.account() + " may not " + right.action() + " this " + right.thing());
    }
}
