package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aspectj.lang.JoinPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Service;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Who may do what where, seen from outside: no door without a lock, and every lock opens for whom it should. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    /** Public methods of façades that need no right, each with its reason. */
    private static final Map<String, String> WITHOUT_RIGHT = Map.of(
            "Organization.foundNation", "refused as soon as there is a unit; nobody has a right before",
            "Accounts.openFirst", "refused as soon as there is an account; nobody has a right before",
            "Accounts.changeOwnPassword", "one's own, and only with the present password",
            "Invitations.look", "only who holds the code, and before there is an account",
            "Invitations.accept", "only who holds the code, and before there is an account",
            "Documents.docx", "writes what it is handed, holds nothing",
            "Documents.pdf", "writes what it is handed, holds nothing");

    /** Methods that take ids in a collection under a right of limited reach, each with what bounds them. */
    private static final Map<String, String> IN_BULK =
            Map.of("Reception.remind", "only agencies that report in the round, whose place is checked");

    /** Where a thing stands, seen from an actor in an agency of a commune. */
    private enum Where {
        AGENCY,
        UNIT,
        SIBLING,
        ABOVE,
        BELOW,
        FOREIGN
    }

    /** Role, action, thing and the places where the actor may do it. What is not listed is refused. */
    private static final String EXPECTED = """
        STANDING_OFFICER WRITE   PLAN      AGENCY UNIT
        STANDING_OFFICER EXECUTE TASK      AGENCY UNIT
        STANDING_OFFICER EXECUTE REPORT    AGENCY
        STANDING_OFFICER RECEIVE REPORT    AGENCY UNIT BELOW
        STANDING_OFFICER MANAGE  AGENCY    AGENCY UNIT
        CLERK            ISSUE   PLAN      AGENCY UNIT
        CLERK            ISSUE   REPORT    AGENCY UNIT
        AGENCY_OFFICER   EXECUTE TASK      AGENCY
        AGENCY_OFFICER   EXECUTE REPORT    AGENCY
        LEADER           APPROVE PLAN      AGENCY UNIT
        LEADER           APPROVE REPORT    AGENCY UNIT
        CONSOLIDATOR     WRITE   PLAN      AGENCY UNIT
        CONSOLIDATOR     EXECUTE TASK      AGENCY UNIT
        CONSOLIDATOR     EXECUTE REPORT    AGENCY
        CONSOLIDATOR     RECEIVE REPORT    AGENCY UNIT BELOW
        CONSOLIDATOR     MANAGE  AGENCY    AGENCY UNIT
        STANDING_OFFICER WRITE   INDICATOR AGENCY UNIT BELOW
        CONSOLIDATOR     WRITE   INDICATOR AGENCY UNIT BELOW
        STANDING_OFFICER MANAGE  INDICATOR AGENCY UNIT BELOW
        CONSOLIDATOR     MANAGE  INDICATOR AGENCY UNIT BELOW
        STATISTICIAN     WRITE   INDICATOR AGENCY UNIT BELOW
        STATISTICIAN     MANAGE  INDICATOR AGENCY UNIT BELOW
        AGENCY_OFFICER   WRITE   INDICATOR AGENCY UNIT
        CLERK            WRITE   INDICATOR AGENCY UNIT
        LEADER           WRITE   INDICATOR AGENCY UNIT
        ADMINISTRATOR    MANAGE  UNIT      AGENCY UNIT BELOW
        ADMINISTRATOR    MANAGE  AGENCY    AGENCY UNIT BELOW
        ADMINISTRATOR    MANAGE  ACCOUNT   AGENCY UNIT BELOW
        ADMINISTRATOR    MANAGE  REFERENCE AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        ADMINISTRATOR    VIEW    AUDIT     AGENCY UNIT BELOW
        INSPECTOR        VIEW    AUDIT     AGENCY UNIT BELOW
        SYSTEM_ADMINISTRATOR MANAGE UNIT      AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        SYSTEM_ADMINISTRATOR MANAGE AGENCY    AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        SYSTEM_ADMINISTRATOR MANAGE ACCOUNT   AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        SYSTEM_ADMINISTRATOR MANAGE REFERENCE AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        SYSTEM_ADMINISTRATOR VIEW   AUDIT     AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        *                VIEW    UNIT      AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        *                VIEW    AGENCY    AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        *                VIEW    INDICATOR AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        *                VIEW    PLAN      AGENCY UNIT ABOVE BELOW
        *                VIEW    TASK      AGENCY UNIT ABOVE BELOW
        *                VIEW    REPORT    AGENCY UNIT BELOW
        *                VIEW    ACCOUNT   AGENCY UNIT
        *                VIEW    REFERENCE AGENCY UNIT SIBLING ABOVE BELOW FOREIGN
        """;

    @Autowired
    ApplicationContext context;

    @Autowired
    ObjectProvider<Locator<?>> locators;

    @Autowired
    Enforcement enforcement;

    @Autowired
    CurrentActor current;

    @Autowired
    Permissions permissions;

    @Autowired
    Provinces provinces;

    private final Map<Where, Place> places = new EnumMap<>(Where.class);
    private Commune commune;

    @Test
    void every_public_method_of_a_facade_asks_for_a_right() {
        assertThat(facadeMethods())
                .as("methods without @Authorised; give it, or name the exemption and its reason")
                .filteredOn(method -> !method.isAnnotationPresent(Authorised.class))
                .extracting(AccessMatrixTest::name)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_RIGHT.keySet());
    }

    @Test
    void enforcement_stands_before_every_facade() {
        assertThat(facades())
                .filteredOn(
                        facade -> Arrays.stream(AopUtils.getTargetClass(facade).getMethods())
                                .anyMatch(method -> method.isAnnotationPresent(Authorised.class)))
                .as("a façade that is not proxied asks for nothing")
                .isNotEmpty()
                .allMatch(AopUtils::isAopProxy);
        assertThat(facadeMethods())
                .as("a final or static method can't be guarded")
                .noneMatch(
                        method -> Modifier.isFinal(method.getModifiers()) || Modifier.isStatic(method.getModifiers()));
    }

    @Test
    void whoever_writes_says_who_acts() {
        assertThat(facadeMethods())
                .filteredOn(method -> method.isAnnotationPresent(Authorised.class)
                        && method.getAnnotation(Authorised.class).action() != Action.VIEW
                        && method.getReturnType() == void.class)
                .as("a method that changes something takes the actor first")
                .allMatch(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class);
    }

    @Test
    void every_kind_of_id_that_a_facade_takes_under_a_limited_right_has_a_locator() {
        Set<Class<?>> located = new HashSet<>();
        for (Locator<?> locator : locators) {
            located.add(locator.idType());
        }
        for (Method method : limitedMethods().toList()) {
            List<Class<?>> ids = Arrays.stream(method.getParameterTypes())
                    .filter(AccessMatrixTest::isId)
                    .toList();
            assertThat(ids)
                    .as("%s: without a locator the place of the thing is not checked", name(method))
                    .allMatch(located::contains);
            assertThat(ids.isEmpty() || ids.stream().anyMatch(located::contains))
                    .as("%s takes no id that says where it acts", name(method))
                    .isTrue();
        }
    }

    @Test
    void ids_in_bulk_are_taken_only_where_the_right_reaches_anywhere() {
        assertThat(limitedMethods()
                        .filter(method -> Arrays.stream(method.getGenericParameterTypes())
                                .anyMatch(AccessMatrixTest::isCollectionOfIds))
                        .map(AccessMatrixTest::name))
                .as("the places of ids in a collection are not checked")
                .containsExactlyInAnyOrderElementsOf(IN_BULK.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void each_role_does_what_the_table_says_and_nothing_else(Role role) {
        Actor actor = actor(role);
        Map<Where, Place> places = places();
        List<String> allowed = new ArrayList<>();
        for (Action action : Action.values()) {
            for (Thing thing : Thing.values()) {
                for (Where where : Where.values()) {
                    if (lets(actor, action, thing, Objects.requireNonNull(places.get(where)))) {
                        allowed.add(action + " " + thing + " " + where);
                    }
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(expected(role));
    }

    @Test
    void every_method_of_a_facade_stands_in_the_list_with_its_right() throws IOException {
        assertThat(facadeMethods().stream()
                        .filter(method -> method.isAnnotationPresent(Authorised.class))
                        .map(this::row)
                        .sorted()
                        .distinct())
                .as("src/test/resources/access/facades.txt: right, PLACED where an argument says where, and method")
                .containsExactlyElementsOf(listed().sorted().toList());
    }

    /** Every method as it would be called for a thing in each place; the locators answer as if the thing stood there. */
    @ParameterizedTest
    @EnumSource
    void each_role_enters_the_facades_as_the_table_says(Role role) throws IOException {
        Actor actor = actor(role);
        Set<String> rights = Set.copyOf(expected(role));
        List<String> rows = listed().toList();
        for (Map.Entry<Where, Place> at : places().entrySet()) {
            Enforcement there = new Enforcement(current, permissions, locatorsAt(at.getValue()));
            List<String> wrong = new ArrayList<>();
            for (Method method : facadeMethods()) {
                Authorised right = method.getAnnotation(Authorised.class);
                if (right == null) {
                    continue;
                }
                String row =
                        rows.stream().filter(row(method)::equals).findFirst().orElse("");
                boolean placed = row.contains(" PLACED ");
                String start = right.action() + " " + right.thing() + " ";
                boolean expected = placed
                        ? rights.contains(start + at.getKey())
                        : rights.stream().anyMatch(held -> held.startsWith(start));
                if (enters(there, actor, method, right, at.getValue()) != expected) {
                    wrong.add(row + " at " + at.getKey() + " should be " + (expected ? "allowed" : "refused"));
                }
            }
            assertThat(wrong).as("%s", role).isEmpty();
        }
    }

    private Actor actor(Role role) {
        Actor person = commune.policeOfficer();
        return new Actor(
                person.account(), person.name(), commune.unit(), commune.police(), person.province(), Set.of(role));
    }

    private Map<Where, Place> places() {
        return places;
    }

    /** One world for all roles. */
    @BeforeAll
    void found() {
        Province province = provinces.found();
        commune = province.commune();
        places.put(Where.AGENCY, new Place(commune.unit(), commune.police()));
        places.put(Where.UNIT, new Place(commune.unit(), commune.health()));
        places.put(Where.SIBLING, Place.of(province.anotherCommune(2).unit()));
        places.put(Where.ABOVE, new Place(province.unit(), province.department()));
        places.put(Where.BELOW, Place.of(province.village(commune)));
        places.put(Where.FOREIGN, Place.of(provinces.found().commune().unit()));
    }

    private static Stream<String> listed() throws IOException {
        try (InputStream list = Objects.requireNonNull(
                AccessMatrixTest.class.getResourceAsStream("/access/facades.txt"), "the list of methods")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    private String row(Method method) {
        Authorised right = method.getAnnotation(Authorised.class);
        boolean placed = Arrays.stream(method.getParameterTypes()).anyMatch(type -> saysWhere(type, right.thing()));
        return right.action() + " " + right.thing() + " " + (placed ? "PLACED" : "OWN") + " " + name(method)
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean saysWhere(Class<?> type, Thing thing) {
        return Located.class.isAssignableFrom(type)
                || locators.stream()
                        .anyMatch(locator ->
                                locator.idType() == type && (locator.thing() == null || locator.thing() == thing));
    }

    private boolean enters(Enforcement there, Actor actor, Method method, Authorised right, Place place) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, actor, place))
                .toArray();
        JoinPoint call = mock(JoinPoint.class);
        when(call.getArgs()).thenReturn(arguments);
        return current.as(actor, () -> {
            try {
                there.check(call, right);
                return true;
            } catch (AccessRefused refused) {
                return false;
            }
        });
    }

    private static @Nullable Object argument(Class<?> type, Actor actor, Place place) {
        if (type == Actor.class) {
            return actor;
        }
        if (Located.class.isAssignableFrom(type)) {
            return (Located) () -> place;
        }
        if (isId(type)) {
            try {
                return type.getConstructor(UUID.class).newInstance(UUID.randomUUID());
            } catch (ReflectiveOperationException other) {
                return null;
            }
        }
        return null;
    }

    /** Locators of the same kinds that find everything in the one place. */
    private ObjectProvider<Locator<?>> locatorsAt(Place place) {
        List<Locator<?>> there = new ArrayList<>();
        locators.stream().forEach(locator -> there.add(at(place, locator)));
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (int i = 0; i < there.size(); i++) {
            beans.registerSingleton("locator" + i, there.get(i));
        }
        return beans.getBeanProvider(ResolvableType.forClass(Locator.class));
    }

    private static <I> Locator<I> at(Place place, Locator<I> locator) {
        return new Locator<>() {
            @Override
            public Class<I> idType() {
                return locator.idType();
            }

            @Override
            public @Nullable Thing thing() {
                return locator.thing();
            }

            @Override
            public Place locate(I id) {
                return place;
            }
        };
    }

    private static List<String> expected(Role role) {
        List<String> expected = new ArrayList<>();
        for (String line : EXPECTED.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("*") || words[0].equals(role.name())) {
                for (int i = 3; i < words.length; i++) {
                    expected.add(words[1] + " " + words[2] + " " + words[i]);
                }
            }
        }
        return expected;
    }

    private boolean lets(Actor actor, Action action, Thing thing, Place place) {
        JoinPoint call = mock(JoinPoint.class);
        when(call.getArgs()).thenReturn(new Object[] {actor, (Located) () -> place});
        Authorised right =
                AnnotationUtils.synthesizeAnnotation(Map.of("action", action, "thing", thing), Authorised.class, null);
        return current.as(actor, () -> {
            try {
                enforcement.check(call, right);
                return true;
            } catch (AccessRefused refused) {
                return false;
            }
        });
    }

    /** Services in the root of a room, in its read models, and those of signing in. */
    private Collection<Object> facades() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean)
                        .getPackageName()
                        .matches("vn\\.binhquyen\\.[a-z]+(\\.query|\\.signin|\\.exchange|\\.form|\\.entry|\\.quality"
                                + "|\\.catalogue)?"))
                .toList();
    }

    private List<Method> facadeMethods() {
        return facades().stream()
                .map(AopUtils::getTargetClass)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .toList();
    }

    /** Those whose right does not reach anywhere. */
    private Stream<Method> limitedMethods() {
        return facadeMethods().stream()
                .filter(method -> method.isAnnotationPresent(Authorised.class))
                .filter(method -> {
                    Authorised right = method.getAnnotation(Authorised.class);
                    return Stream.of(Role.values())
                            .flatMap(role -> Rights.scopes(Set.of(role), right.action(), right.thing()).stream())
                            .anyMatch(scope -> scope != Scope.ANYWHERE);
                });
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().startsWith("vn.binhquyen")
                && type.getSimpleName().endsWith("Id");
    }

    private static boolean isCollectionOfIds(Type type) {
        return type instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                && isId(element);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
