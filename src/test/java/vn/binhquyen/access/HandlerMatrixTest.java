package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/**
 * Who may do what where, seen from the browser: every address that the application answers, asked by every role for things
 * of their own unit, of a sibling, of the unit above, of one below and of another province. The list of addresses is
 * src/test/resources/access/handlers.txt; each says by which rule it opens:
 *
 * <ul>
 *   <li>OPEN: to everybody, even who is not signed in
 *   <li>SIGNED: to everybody who is signed in, and shows only what is theirs
 *   <li>ABSENT: asked for a thing that does not exist; nobody may learn more than that
 *   <li>NOBODY: a thing in which only others have a part
 *   <li>DRAFT: a plan that is not in force, inside its unit alone; for a POST with the action that it needs
 *   <li>an action and a thing: where the table of rights says so
 *   <li>an action, a thing and ANY: to whom the table gives the right anywhere
 * </ul>
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlerMatrixTest {
    private enum Where {
        UNIT,
        SIBLING,
        ABOVE,
        BELOW,
        FOREIGN
    }

    /** What stands in one place, by the type of its id. */
    private record World(UnitId unit, AgencyId agency, Map<String, String> ids) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc mvc;

    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Invitations invitations;

    @Autowired
    Delegations delegations;

    @Autowired
    Organization organization;

    @Autowired
    Plans plans;

    @Autowired
    Permissions permissions;

    @Autowired
    CurrentActor current;

    /** Roles that change what they are asked to change; each has a world of its own, the others share one. */
    private static final Set<Role> WRITERS =
            Set.of(Role.STANDING_OFFICER, Role.CONSOLIDATOR, Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR);

    private @Nullable Province shared;
    private final Map<Where, World> sharedWorlds = new EnumMap<>(Where.class);
    private final Map<String, HandlerMethod> handlers = new TreeMap<>();
    private final Map<String, String> rules = new HashMap<>();

    @BeforeAll
    void read() throws IOException {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("vn.binhquyen")) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    info.getPatternValues().forEach(pattern -> handlers.put(method + " " + bare(pattern), handler));
                }
            }
        });
        try (InputStream list = Objects.requireNonNull(
                HandlerMatrixTest.class.getResourceAsStream("/access/handlers.txt"), "the list of addresses")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\s*\\|\\s*", 2))
                    .forEach(row -> rules.put(row[0].strip(), row[1].strip()));
        }
    }

    @Test
    void every_address_stands_in_the_list_with_its_rule() {
        assertThat(handlers.keySet())
                .as("src/test/resources/access/handlers.txt")
                .containsExactlyInAnyOrderElementsOf(rules.keySet());
    }

    @Test
    void who_is_not_signed_in_sees_only_what_is_open() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, String> nothing = Map.of();
        for (Map.Entry<String, HandlerMethod> handler : handlers.entrySet()) {
            int status = status(request(handler.getKey(), handler.getValue(), nothing, null));
            boolean open = "OPEN".equals(rules.get(handler.getKey()));
            if (status >= 500 || (!open && status != 302 && status != 401)) {
                wrong.add(handler.getKey() + " answers " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_role_gets_what_the_table_says_and_nothing_breaks(Role role) throws Exception {
        boolean alone = WRITERS.contains(role);
        Province province = alone ? provinces.found() : shared();
        Map<Where, World> worlds = alone ? worlds(province) : sharedWorlds();
        Actor actor = open(
                "vai" + role.ordinal() + "_" + number(province),
                province.commune().police(),
                role);
        List<String> wrong = new ArrayList<>();
        for (RequestMethod method : List.of(RequestMethod.GET, RequestMethod.POST)) {
            for (Map.Entry<String, HandlerMethod> handler : handlers.entrySet()) {
                if (!handler.getKey().startsWith(method + " ")
                        || handler.getKey().endsWith("/sign-out")) {
                    continue;
                }
                String rule = Objects.requireNonNullElse(rules.get(handler.getKey()), "ABSENT");
                for (Where where : placesFor(rule)) {
                    World world = Objects.requireNonNull(worlds.get(where));
                    int status = status(request(handler.getKey(), handler.getValue(), world.ids(), actor));
                    String fault = fault(rule, method, where, actor, world, status);
                    if (fault != null) {
                        wrong.add(handler.getKey() + " of " + where + " answers " + status + ": " + fault);
                    }
                }
            }
        }
        assertThat(wrong).as("%s", role).isEmpty();
    }

    private Province shared() {
        Province known = shared;
        if (known == null) {
            known = provinces.found();
            shared = known;
        }
        return known;
    }

    private Map<Where, World> sharedWorlds() {
        if (sharedWorlds.isEmpty()) {
            sharedWorlds.putAll(worlds(shared()));
        }
        return sharedWorlds;
    }

    private static List<Where> placesFor(String rule) {
        return Set.of("OPEN", "SIGNED", "ABSENT").contains(rule) || rule.endsWith(" ANY")
                ? List.of(Where.UNIT)
                : List.of(Where.values());
    }

    private @Nullable String fault(
            String rule, RequestMethod method, Where where, Actor actor, World world, int status) {
        if (status >= 500) {
            return "broken";
        }
        boolean opened = status < 400;
        if (rule.equals("ABSENT")) {
            return opened && method == RequestMethod.GET ? "shows what does not exist" : null;
        }
        boolean may = may(rule, where, actor, world);
        if (may) {
            return status == 403 || (method == RequestMethod.GET && !opened) ? "should be allowed" : null;
        }
        return status == 403 || status == 404 ? null : "should be refused";
    }

    private boolean may(String rule, Where where, Actor actor, World world) {
        if (rule.equals("OPEN") || rule.equals("SIGNED")) {
            return true;
        }
        if (rule.equals("NOBODY")) {
            return false;
        }
        String[] words = rule.split("\\s+");
        if (words[0].equals("DRAFT")) {
            return where == Where.UNIT && (words.length == 1 || allows(words[1], "PLAN", actor, world));
        }
        return words.length == 3
                ? !Rights.scopes(actor.roles(), Action.valueOf(words[0]), Thing.valueOf(words[1]))
                        .isEmpty()
                : allows(words[0], words[1], actor, world);
    }

    private boolean allows(String action, String thing, Actor actor, World world) {
        return permissions.allows(
                actor, Action.valueOf(action), Thing.valueOf(thing), new Place(world.unit(), world.agency()));
    }

    /** As a browser would ask: the ids of the place in path and parameters, everything else something plausible. */
    private AbstractMockHttpServletRequestBuilder<?> request(
            String address, HandlerMethod handler, Map<String, String> ids, @Nullable Actor actor) {
        String[] methodAndPattern = address.split(" ", 2);
        String path = methodAndPattern[1];
        Map<String, String> parameters = new HashMap<>();
        boolean multipart = false;
        for (Parameter parameter : handler.getMethod().getParameters()) {
            String value = value(parameter.getType(), ids);
            PathVariable variable = parameter.getAnnotation(PathVariable.class);
            if (variable != null) {
                String name = variable.value().isEmpty() ? parameter.getName() : variable.value();
                path = path.replace("{" + name + "}", value);
            }
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (parameter.getType() == MultipartFile.class) {
                multipart = true;
            } else if (asked != null
                    && ((asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE))
                            || parameter.getType() == UnitId.class
                            || parameter.getType() == AgencyId.class)) {
                parameters.put(asked.value().isEmpty() ? parameter.getName() : asked.value(), value);
            }
            if (parameter.getType().isRecord()
                    && Arrays.stream(parameter.getType().getRecordComponents())
                            .anyMatch(component ->
                                    component.getName().equals("unit") && component.getType() == UnitId.class)) {
                parameters.put("unit", value(UnitId.class, ids));
            }
        }
        path = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        URI uri = URI.create(path);
        AbstractMockHttpServletRequestBuilder<?> request;
        if (multipart) {
            request = MockMvcRequestBuilders.multipart(uri).file("file", new byte[] {1, 2, 3});
        } else {
            request = MockMvcRequestBuilders.request(HttpMethod.valueOf(methodAndPattern[0]), uri);
        }
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            request.param(parameter.getKey(), parameter.getValue());
        }
        if (!methodAndPattern[0].equals("GET")) {
            request.with(csrf());
        }
        if (actor != null) {
            request.with(person(actor));
        }
        return request;
    }

    private static String value(Class<?> type, Map<String, String> ids) {
        String known = ids.get(type.getSimpleName());
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
            return "0";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "false";
        }
        if (type == LocalDate.class) {
            return "2026-01-15";
        }
        return type == String.class ? "x" : UUID.randomUUID().toString();
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (Exception broken) {
            return 599;
        }
    }

    private Map<Where, World> worlds(Province province) {
        Commune commune = province.commune();
        Commune sibling = province.anotherCommune(2);
        Province other = provinces.found();
        Actor nation = provinces.administrator();
        UnitId village = province.village(commune);
        AgencyId post = current.as(
                nation,
                () -> organization.found(
                        nation,
                        new NewAgency(
                                village,
                                "Thôn Bản",
                                null,
                                AgencyKind.VILLAGE,
                                false,
                                List.of(),
                                LocalDate.of(2025, 7, 1))));
        Map<Where, World> worlds = new EnumMap<>(Where.class);
        worlds.put(Where.UNIT, world(commune.unit(), commune.health(), commune.standingOfficer(), number(province), 1));
        worlds.put(
                Where.SIBLING, world(sibling.unit(), sibling.health(), sibling.standingOfficer(), number(province), 2));
        worlds.put(
                Where.ABOVE,
                world(province.unit(), province.department(), province.consolidator(), number(province), 3));
        worlds.put(
                Where.BELOW,
                world(
                        village,
                        post,
                        open("thon" + number(province), post, Role.STANDING_OFFICER),
                        number(province),
                        4));
        worlds.put(
                Where.FOREIGN,
                world(
                        other.commune().unit(),
                        other.commune().health(),
                        other.commune().standingOfficer(),
                        number(province),
                        5));
        return worlds;
    }

    private World world(UnitId unit, AgencyId agency, Actor writer, int number, int place) {
        Actor nation = provinces.administrator();
        Map<String, String> ids = new HashMap<>();
        ids.put("UnitId", unit.toString());
        ids.put("AgencyId", agency.toString());
        Actor person = open("nguoi" + place + "_" + number, agency, Role.AGENCY_OFFICER);
        Actor absent = open("vang" + place + "_" + number, agency, Role.AGENCY_OFFICER);
        ids.put("AccountId", person.account().toString());
        ids.put(
                "PostId",
                current.as(nation, () -> posts.of(absent.account()).getFirst().id())
                        .toString());
        LocalDate today = LocalDate.of(2026, 1, 15);
        ids.put(
                "DelegationId",
                current.as(
                                absent,
                                () -> delegations.delegate(
                                        absent,
                                        new NewDelegation(
                                                "nguoi" + place + "_" + number,
                                                Set.of(Role.AGENCY_OFFICER),
                                                today,
                                                today.plusDays(5),
                                                "nghỉ phép")))
                        .toString());
        ids.put(
                "InvitationId",
                current.as(
                                nation,
                                () -> invitations.invite(
                                        nation,
                                        agency,
                                        new NewInvitation(
                                                new Person("Hà Thị Nga", null, null),
                                                null,
                                                Set.of(Role.AGENCY_OFFICER))))
                        .toString());
        ids.put(
                "PlanId",
                current.as(
                                writer,
                                () -> plans.begin(
                                        writer,
                                        new NewPlan(unit, null, "KH-UBND", PlanContent.blank(PlanKind.values()[0]))))
                        .toString());
        return new World(unit, agency, ids);
    }

    private Actor open(String username, AgencyId agency, Role role) {
        Actor nation = provinces.administrator();
        return current.as(
                nation,
                () -> accounts.account(accounts.open(
                                nation,
                                agency,
                                new NewAccount(
                                        username, "Lò Thị Hương", null, agency, Set.of(role), Provinces.PASSWORD)))
                        .actor());
    }

    private static int number(Province province) {
        return province.consolidator().province();
    }

    /** Without the expressions of its variables. */
    private static String bare(String pattern) {
        return pattern.replaceAll("\\{(\\w+):[^/]*?}(?=/|$|\\.)", "{$1}");
    }
}
