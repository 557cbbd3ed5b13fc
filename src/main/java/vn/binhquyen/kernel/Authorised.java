package vn.binhquyen.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a caller of a façade method must have. Where an argument is {@link Located} or has a {@link Locator},
 * the right must cover its place; else it is enough to have the right anywhere, and the method itself shows only what
 * the actor's scope holds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Authorised {
    Action action();

    Thing thing();
}
