package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhquyen.access.HandlerWorlds.Where;
import vn.binhquyen.access.HandlerWorlds.World;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.reporting.IssuedPlans;
import vn.binhquyen.reporting.ReportingStory;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/**
 * Who may do what where, seen from the browser: every address that the application answers, asked by every role for
 * existing things of their own agency, of their unit, of a sibling, of the unit above, of one below and of another province
 * ({@link HandlerWorlds}). Who may not is refused, and no word of the answer names the thing; with HX-Request
 * too, of the other province and wherever an address looks at that header.
 * The list of addresses is src/test/resources/access/handlers.txt; each says by which rule it opens:
 *
 * <ul>
 *   <li>OPEN: to everybody, even who is not signed in
 *   <li>SIGNED: to everybody who is signed in, and shows only what is theirs
 *   <li>ABSENT: there is no such thing, because no OpenID provider is set up in the tests
 *   <li>NOBODY: a thing in which only others have a part
 *   <li>DRAFT: a plan that is not in force, inside its unit alone; with the action that it needs
 *   <li>an action and a thing: where the table of rights says so
 *   <li>... ANY: to whom the table gives the right anywhere
 *   <li>... AGENCY, HERE, DOWN: where the table says so, but only of one's own agency, of one's own unit, of one's own unit
 *       and those below
 * </ul>
 *
 * A rule that begins with another word is about another thing of the kind: ISSUED, the plan in force; SENT, the report and
 * the consolidated report that were sent; the address of a step of a plan. Several rules are parted by a semicolon. Where a
 * place can't hold the thing at all, as no unit can be below a village, the rule is ABSENT there.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlerMatrixTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Provinces provinces;

    @Autowired
    Permissions permissions;

    /** Sent back to the page with a sentence, because what was asked could not be done by anybody. */
    private static final int REFUSED = 460;

    /** Addresses that end what others need, in the order in which they are asked last. */
    private static final List<String> ENDING = List.of(
            "/items/{item}/removal",
            "/merge",
            "/evidence/{evidence}/removal",
            "/draft/submission",
            "/draft/disposal",
            "/steps/{address}",
            "/submit",
            "/end",
            "/discard");

    private static final Pattern VARIABLE = Pattern.compile("([^/{}]*)/\\{(\\w+)}");

    /** One line of the list, one of its rules. */
    private record Rule(@Nullable String thing, String says) {
        static Rule of(String text) {
            String[] words = text.strip().split("\\s+", 2);
            boolean named = words.length == 2
                    && !words[0].equals("DRAFT")
                    && Arrays.stream(Action.values())
                            .noneMatch(action -> action.name().equals(words[0]));
            return named ? new Rule(words[0], words[1]) : new Rule(null, text.strip());
        }
    }

    private record Answer(int status, String words) {
        boolean refused() {
            return status == 401 || status == 403 || status == 404;
        }

        boolean opened() {
            return status < 400 || status == REFUSED || status == 422;
        }
    }

    private HandlerWorlds worlds;
    private Province province;
    private Map<Where, World> untouched;
    private final Map<String, HandlerMethod> handlers = new TreeMap<>();
    private final Map<String, List<Rule>> rules = new HashMap<>();

    @BeforeAll
    void read() throws IOException {
        var beans = context.getAutowireCapableBeanFactory();
        var fixtures = new DefaultListableBeanFactory(beans);
        for (Class<?> fixture : List.of(IssuedPlans.class, ReportingStory.class, HandlerWorlds.class)) {
            fixtures.registerBeanDefinition(
                    fixture.getName(),
                    new RootBeanDefinition(fixture, AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR, false));
        }
        worlds = fixtures.getBean(HandlerWorlds.class);
        province = provinces.found();
        untouched = worlds.around(province);
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
                    .forEach(row -> rules.put(
                            row[0].strip(),
                            Arrays.stream(row[1].split(";")).map(Rule::of).toList()));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void every_address_stands_in_the_list_with_its_rule() {
        assertThat(handlers.keySet())
                .as("src/test/resources/access/handlers.txt")
                .containsExactlyInAnyOrderElementsOf(rules.keySet());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void every_thing_that_an_address_names_exists_in_the_own_unit() {
        World world = Objects.requireNonNull(untouched.get(Where.UNIT));
        List<String> absent = new ArrayList<>();
        rules.forEach((address, told) -> told.forEach(rule -> {
            if (!rule.says().equals("ABSENT") && handlers.containsKey(address) && !stands(address, rule, world)) {
                absent.add(address + " " + rule);
            }
        }));
        assertThat(absent).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void who_is_not_signed_in_sees_only_what_is_open() {
        World world = Objects.requireNonNull(untouched.get(Where.UNIT));
        List<String> wrong = new ArrayList<>();
        rules.forEach((address, told) -> told.forEach(rule -> {
            Answer page = answer(address, rule, world, null, false);
            Answer part = answer(address, rule, world, null, true);
            boolean open = rule.says().equals("OPEN");
            if (page.status() >= 500 || (!open && page.status() != 302 && page.status() != 401)) {
                wrong.add(address + " answers " + page.status());
            }
            if (!open && part.status() != 401) {
                wrong.add(address + " answers " + part.status() + " to htmx");
            }
            if (page.words().contains(world.name()) || part.words().contains(world.name())) {
                wrong.add(address + " names " + world.name());
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void each_role_gets_what_the_table_says_and_nothing_breaks(Role role) {
        Province own = provinces.found();
        Map<Where, World> around = worlds.around(own);
        Actor actor = worlds.person(
                "vai" + role.ordinal() + "_" + own.consolidator().province(),
                "Lò Thị Hương",
                own.commune().police(),
                role);
        List<String> wrong = new ArrayList<>();
        for (String address : inOrder()) {
            for (Rule rule : Objects.requireNonNullElse(rules.get(address), List.<Rule>of())) {
                for (Where where : placesFor(rule)) {
                    ask(address, rule, where, Objects.requireNonNull(around.get(where)), actor)
                            .forEach(fault -> wrong.add(address + " " + rule + " of " + where + ": " + fault));
                }
            }
        }
        assertThat(wrong).as("%s", role).isEmpty();
    }

    /** Whoever looks for the name that everything bears finds nothing of a sibling or of another province. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_ADMINISTRATOR")
    @Execution(ExecutionMode.CONCURRENT)
    void lists_exports_and_the_search_hold_only_what_the_person_may_see(Role role) {
        Actor actor = worlds.person(
                "tim" + role.ordinal() + "_" + province.consolidator().province(),
                "Lò Thị Hương",
                province.commune().police(),
                role);
        List<String> wrong = new ArrayList<>();
        List<String> showing = new ArrayList<>();
        String own = Objects.requireNonNull(untouched.get(Where.UNIT)).name();
        rules.forEach((address, told) -> {
            if (address.startsWith("GET ") && told.getFirst().says().equals("SIGNED")) {
                String words = said(MockMvcRequestBuilders.get(address.substring(4))
                                .param("q", HandlerWorlds.NAMED)
                                .param("watch", UUID.randomUUID().toString())
                                .with(person(actor)))
                        .words();
                if (words.contains(own)) {
                    showing.add(address);
                }
                for (Where where : List.of(Where.SIBLING, Where.FOREIGN)) {
                    String name = Objects.requireNonNull(untouched.get(where)).name();
                    if (words.contains(name)) {
                        wrong.add(address + " shows " + name + " of " + where);
                    }
                }
            }
        });
        assertThat(showing).as("what is looked for is found in the own unit").contains("GET /plans", "GET /search");
        assertThat(wrong).as("%s", role).isEmpty();
    }

    /** Readings first, then what changes, last what ends. */
    private List<String> inOrder() {
        return handlers.keySet().stream()
                .filter(address -> !address.endsWith("/sign-out"))
                .sorted(Comparator.comparing((String address) -> address.startsWith("POST "))
                        .thenComparing(address -> ENDING.stream()
                                .filter(address::endsWith)
                                .mapToInt(end -> ENDING.indexOf(end) + 1)
                                .max()
                                .orElse(0)))
                .toList();
    }

    private static List<Where> placesFor(Rule rule) {
        return Set.of("OPEN", "SIGNED", "ABSENT").contains(rule.says())
                        || rule.says().endsWith(" ANY")
                ? List.of(Where.UNIT)
                : List.of(Where.values());
    }

    private List<String> ask(String address, Rule rule, Where where, World world, Actor actor) {
        boolean reads = address.startsWith("GET ");
        if (rule.says().equals("ABSENT") || !stands(address, rule, world)) {
            Answer answer = answer(address, rule, world, actor, false);
            return answer.status() >= 500 || (reads && answer.opened())
                    ? List.of("answers " + answer.status() + " about what does not exist")
                    : List.of();
        }
        boolean may = may(rule.says(), where, actor, world);
        List<String> faults = new ArrayList<>();
        for (boolean htmx : ways(address, where, may)) {
            Answer answer = answer(address, rule, world, actor, htmx);
            String fault = may ? faultOfOpen(answer, reads) : faultOfClosed(answer, world, reads);
            if (fault != null) {
                faults.add(answer.status() + (htmx ? " to htmx " : " ") + fault);
            }
        }
        return faults;
    }

    /** Without htmx and with it, where that may make a difference; what can be undone but once, here so and there so. */
    private List<Boolean> ways(String address, Where where, boolean may) {
        if (may && address.endsWith("/undo")) {
            return List.of(where == Where.UNIT);
        }
        boolean both = answersHtmx(address)
                || (may ? where == Where.UNIT && address.startsWith("GET ") : where == Where.FOREIGN);
        return both ? List.of(false, true) : List.of(false);
    }

    private static @Nullable String faultOfOpen(Answer answer, boolean reads) {
        if (answer.status() >= 500) {
            return "is broken: " + answer.words().lines().findFirst().orElse("");
        }
        return answer.refused() || (reads && !answer.opened()) ? "should be allowed" : null;
    }

    private static @Nullable String faultOfClosed(Answer answer, World world, boolean reads) {
        if (answer.words().contains(world.name())) {
            return "names what is refused";
        }
        boolean sentBack = answer.status() == REFUSED || answer.status() == 422;
        return answer.refused() || (sentBack && !reads) ? null : "should be refused";
    }

    private boolean answersHtmx(String address) {
        return Arrays.stream(Objects.requireNonNull(handlers.get(address))
                        .getMethod()
                        .getParameters())
                .map(parameter -> parameter.getAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals("HX-Request"));
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
            return actor.unit().equals(world.unit()) && (words.length == 1 || allows(words[1], "PLAN", actor, world));
        }
        boolean near = switch (words.length == 3 ? words[2] : "") {
            case "AGENCY" -> where == Where.AGENCY;
            case "HERE" -> where == Where.AGENCY || where == Where.UNIT;
            case "DOWN" -> where == Where.AGENCY || where == Where.UNIT || where == Where.BELOW;
            default -> true;
        };
        return words.length == 3 && words[2].equals("ANY")
                ? !Rights.scopes(actor.roles(), Action.valueOf(words[0]), Thing.valueOf(words[1]))
                        .isEmpty()
                : near && allows(words[0], words[1], actor, world);
    }

    private boolean allows(String action, String thing, Actor actor, World world) {
        return permissions.allows(
                actor, Action.valueOf(action), Thing.valueOf(thing), new Place(world.unit(), world.agency()));
    }

    /** Whether each thing that the address names is there. */
    private boolean stands(String address, Rule rule, World world) {
        Map<String, String> ids = ids(rule, world);
        Map<String, Parameter> variables = variables(address);
        return VARIABLE.matcher(address).results().allMatch(found -> {
            Parameter parameter = variables.get(found.group(2));
            return parameter == null
                    || parameter.getType().isEnum()
                    || ids.containsKey(found.group())
                    || ids.containsKey(parameter.getType().getSimpleName());
        });
    }

    private static Map<String, String> ids(Rule rule, World world) {
        Map<String, String> ids = new HashMap<>(world.ids());
        if (rule.thing() != null) {
            ids.putAll(Objects.requireNonNull(world.others().get(rule.thing()), rule.thing()));
        }
        return ids;
    }

    private Map<String, Parameter> variables(String address) {
        Map<String, Parameter> variables = new HashMap<>();
        for (Parameter parameter :
                Objects.requireNonNull(handlers.get(address)).getMethod().getParameters()) {
            PathVariable variable = parameter.getAnnotation(PathVariable.class);
            if (variable != null) {
                variables.put(variable.value().isEmpty() ? parameter.getName() : variable.value(), parameter);
            }
        }
        return variables;
    }

    private Answer answer(String address, Rule rule, World world, @Nullable Actor actor, boolean htmx) {
        var request = request(address, ids(rule, world));
        if (actor != null) {
            request.with(person(actor));
        }
        if (htmx) {
            request.header("HX-Request", "true");
        }
        return said(request);
    }

    /** As a browser would ask: the ids of the place in path and parameters, everything else something plausible. */
    private AbstractMockHttpServletRequestBuilder<?> request(String address, Map<String, String> ids) {
        String[] methodAndPattern = address.split(" ", 2);
        Map<String, Parameter> variables = variables(address);
        String path = VARIABLE.matcher(methodAndPattern[1]).replaceAll(found -> {
            Parameter parameter = variables.get(found.group(2));
            String place = found.group();
            String rest = methodAndPattern[1].substring(found.end());
            String known = ids.getOrDefault(place + rest, ids.get(place));
            return found.group(1) + "/"
                    + (known != null ? known : parameter == null ? "x" : value(parameter.getType(), ids));
        });
        Map<String, String> parameters = new HashMap<>();
        boolean multipart = false;
        for (Parameter parameter :
                Objects.requireNonNull(handlers.get(address)).getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (parameter.getType() == MultipartFile.class) {
                multipart = true;
            } else if (asked != null) {
                String name = asked.value().isEmpty() ? parameter.getName() : asked.value();
                boolean needed = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                if (needed || parameter.getType() == UnitId.class || parameter.getType() == AgencyId.class) {
                    String known = ids.get("?" + name);
                    parameters.put(name, known == null ? value(parameter.getType(), ids) : known);
                }
            }
            for (RecordComponent component : componentsOf(parameter.getType())) {
                String known = component.getType() == UnitId.class
                                && component.getName().equals("unit")
                        ? ids.get("UnitId")
                        : ids.get("?" + component.getName());
                if (known != null) {
                    parameters.put(component.getName(), known);
                }
            }
        }
        if (address.endsWith("/figures/{indicator}")) {
            parameters.put("number-" + ids.get("?slot"), "7");
        }
        URI uri = URI.create(path);
        AbstractMockHttpServletRequestBuilder<?> request;
        if (multipart) {
            request = MockMvcRequestBuilders.multipart(uri).file("file", new byte[] {1, 2, 3});
        } else {
            request = MockMvcRequestBuilders.request(HttpMethod.valueOf(methodAndPattern[0]), uri);
        }
        parameters.forEach(request::param);
        if (!methodAndPattern[0].equals("GET")) {
            request.with(csrf());
        }
        return request;
    }

    private static List<RecordComponent> componentsOf(Class<?> type) {
        return type.isRecord() ? List.of(type.getRecordComponents()) : List.of();
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

    /** The answer with its headers; a workbook unpacked, so that its words can be read. */
    private Answer said(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            MvcResult result = mvc.perform(request).andReturn();
            MockHttpServletResponse response = result.getResponse();
            @Nullable FlashMap flash = result.getFlashMap();
            boolean refused = flash != null && flash.containsKey("refused");
            StringBuilder words = new StringBuilder(text(response.getContentAsByteArray()));
            response.getHeaderNames()
                    .forEach(name -> words.append('\n')
                            .append(URLDecoder.decode(
                                    String.join(" ", response.getHeaders(name)), StandardCharsets.UTF_8)));
            if (flash != null) {
                words.append('\n').append(flash);
            }
            return new Answer(refused ? REFUSED : response.getStatus(), words.toString());
        } catch (Exception broken) {
            return new Answer(599, broken.toString());
        }
    }

    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try (ZipFile parts = ZipFile.builder().setByteArray(body).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** Without the expressions of its variables. */
    private static String bare(String pattern) {
        return pattern.replaceAll("\\{(\\w+):[^/]*?}(?=/|$|\\.)", "{$1}");
    }
}
