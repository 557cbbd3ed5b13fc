package vn.binhquyen.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.access.signin.ApiTokens;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.Catalogue;

/**
 * {@code bench exchange}: what other programs do with figures over HTTP, the client on the same machine: whole files, changes,
 * one value, and the questions of reports. A thousand communes of ten provinces give twenty things by sex each month, 1.4
 * million figures.
 */
@Command(name = "exchange", description = "Figures sent and asked for over HTTP, as JSON")
public final class BenchExchangeCommand implements Callable<Integer> {
    private static final String PASSWORD = "khong-ai-dung-ca";
    private static final int FIRST_YEAR = 2026;
    private static final int PROVINCES = 10;
    private static final int COMMUNES_OF_EACH = 100;
    private static final int ELEMENTS = 20;
    private static final int MONTHS_AT_ONCE = 25;

    /** Sent by one, and as many again by four at once. */
    private static final int MONTHS_IN_PIECES = 5;

    private static final int PIECE = 10_000;
    private static final int ROUNDS = 30;
    private static final int SINGLE_VALUES = 400;

    /** In turns, since a token may only call so many times a minute. */
    private static final int TOKENS = 8;

    private static final List<String> SEXES = List.of("sex:female", "sex:male");

    private final Map<String, Object> report = new LinkedHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() throws Exception {
        BenchInstallation.run(
                (context, database, administrator) -> {
                    context.getBean(Organization.class).loadCountry(administrator, administrator.unit());
                    World world = prepared(context, statistician(context, administrator));
                    files(world);
                    parts(world);
                    singleValues(world);
                    questions(world);
                    return report;
                },
                BenchStatisticsCommand.Later.class);
        return 0;
    }

    /** What is sent and asked for, by its codes. */
    private record World(
            URI server,
            List<String> tokens,
            JdbcClient jdbc,
            List<String> elements,
            List<String> provinces,
            List<String> communes) {}

    private static Actor statistician(ConfigurableApplicationContext context, Actor administrator) {
        Accounts accounts = context.getBean(Accounts.class);
        NewAccount account = new NewAccount(
                "thong-ke", "Thống kê", null, administrator.agency(), Set.of(Role.CONSOLIDATOR), PASSWORD);
        return accounts.account(accounts.open(administrator, administrator.agency(), account))
                .actor();
    }

    private static World prepared(ConfigurableApplicationContext context, Actor actor) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<String> tokens = context.getBean(CurrentActor.class).as(actor, () -> {
            BenchFigures.registered(context.getBean(Catalogue.class), actor, 0, ELEMENTS);
            return IntStream.range(0, TOKENS)
                    .mapToObj(number -> context.getBean(ApiTokens.class)
                            .make(actor, "bench", Set.of(ApiScope.READ_FIGURES, ApiScope.WRITE_FIGURES), 10))
                    .toList();
        });
        List<String> elements = jdbc.sql("""
            select element.code
              from data_element element
              join indicator on indicator.id = indicator_id
             where field = 'bench'
             order by element.key
            """)
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
        List<String> provinces = new ArrayList<>();
        List<String> communes = new ArrayList<>();
        jdbc.sql("""
            select province.code as province, (array_agg(state.code order by state.unit_id))[1:?] as communes
              from unit_state province
              join unit_state state on state.path <@ province.path and state.level = 'COMMUNE'
             where province.level = 'PROVINCE' and date '2026-05-01' <@ all (array[province.valid_during, state.valid_during])
             group by province.code
            having count(*) >= ?
             order by province.code
             limit ?
            """)
                .param(COMMUNES_OF_EACH)
                .param(COMMUNES_OF_EACH)
                .param(PROVINCES)
                .query(row -> {
                    provinces.add(row.getString("province"));
                    communes.addAll(List.of((String[]) row.getArray("communes").getArray()));
                });
        return new World(BenchInstallation.server(context), tokens, jdbc, elements, provinces, communes);
    }

    /** One request for a million, then twenty smaller ones, one after the other and four at once. */
    private void files(World world) {
        List<Period> all = IntStream.range(0, MONTHS_AT_ONCE + 2 * MONTHS_IN_PIECES)
                .mapToObj(BenchExchangeCommand::month)
                .toList();
        int byOne = MONTHS_AT_ONCE + MONTHS_IN_PIECES;
        perSecond("fileOfNewValues", List.of(figures(world, all.subList(0, MONTHS_AT_ONCE), 0)), 1, world);
        List<List<Figure>> pieces = pieces(figures(world, all.subList(MONTHS_AT_ONCE, byOne), 0));
        perSecond("requestsOfTenThousand", pieces, 1, world);
        List<List<Figure>> others = pieces(figures(world, all.subList(byOne, all.size()), 0));
        perSecond("requestsOfTenThousandFourAtOnce", others, 4, world);
        perSecond("fileOfChangedValues", List.of(figures(world, all.subList(MONTHS_AT_ONCE, byOne), 1_000)), 1, world);
        BenchStatisticsCommand.awaitSums(world.jdbc());
    }

    private record Figure(String element, String month, String commune, String sex, int value) {
        String asJson() {
            return "{\"dataElement\":\"" + element + "\",\"period\":\"" + month + "\",\"orgUnit\":\"" + commune
                    + "\",\"categoryOptionCombo\":\"" + sex + "\",\"value\":\"" + value + "\"}";
        }
    }

    /** @param number of months since the first */
    private static Period month(int number) {
        return Period.of(Kind.MONTH, FIRST_YEAR + number / 12, 1 + number % 12);
    }

    private static List<Figure> figures(World world, List<Period> months, int more) {
        List<Figure> figures = new ArrayList<>();
        for (Period month : months) {
            String name = "%d%02d".formatted(month.year(), month.number());
            for (String commune : world.communes()) {
                for (String element : world.elements()) {
                    for (String sex : SEXES) {
                        figures.add(new Figure(element, name, commune, sex, more + figures.size() % 500));
                    }
                }
            }
        }
        return figures;
    }

    private static List<List<Figure>> pieces(List<Figure> figures) {
        return IntStream.range(0, figures.size() / PIECE)
                .mapToObj(i -> figures.subList(i * PIECE, (i + 1) * PIECE))
                .toList();
    }

    private static String file(List<Figure> figures) {
        return figures.stream().map(Figure::asJson).collect(Collectors.joining(",", "{\"dataValues\":[", "]}"));
    }

    private void perSecond(String name, List<List<Figure>> requests, int atOnce, World world) {
        List<String> bodies = requests.stream().map(BenchExchangeCommand::file).toList();
        long start = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(atOnce)) {
            bodies.stream()
                    .map(body -> CompletableFuture.runAsync(() -> send(world, body), senders))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.put(
                name + "PerSecond",
                Math.round(requests.stream().mapToInt(List::size).sum() / seconds));
    }

    /** One request with so many values that are there already, each another one than before. */
    private void parts(World world) {
        List<Figure> there = figures(world, List.of(month(0)), 0);
        AtomicInteger rounds = new AtomicInteger();
        for (int size : List.of(1, 40, 400, 4_000)) {
            Runnable change = () -> {
                int round = rounds.incrementAndGet();
                List<Figure> some = IntStream.range(0, size)
                        .mapToObj(i -> there.get((round * 37 + i) % there.size()))
                        .map(figure -> new Figure(
                                figure.element(), figure.month(), figure.commune(), figure.sex(), 2_000 + round))
                        .toList();
                send(world, file(some));
            };
            BenchTimes.ofQuestion(ROUNDS, change).put(report, "requestOf" + size + "Changed");
        }
    }

    /**
     * By the call that a form makes for each cell: figures of a month that nobody gave yet, the first of them before the machine
     * has compiled that call, then changed ones.
     */
    private void singleValues(World world) {
        Period next = month(MONTHS_AT_ONCE + 2 * MONTHS_IN_PIECES);
        List<Figure> figures = figures(world, List.of(next), 0);
        AtomicInteger given = new AtomicInteger();
        Runnable insert = () -> one(world, figures.get(given.getAndIncrement()), 0);
        BenchTimes.of(SINGLE_VALUES, insert).put(report, "oneOfTheFirstValuesInserted");
        BenchTimes.ofQuestion(SINGLE_VALUES, insert).put(report, "oneValueInserted");
        AtomicInteger changed = new AtomicInteger();
        BenchTimes.ofQuestion(SINGLE_VALUES, () -> {
                    int at = changed.getAndIncrement();
                    one(world, figures.get(at % given.get()), 1 + at);
                })
                .put(report, "oneValueUpdated");
    }

    private void one(World world, Figure figure, int more) {
        String query = "de=" + encode(figure.element()) + "&pe=" + figure.month() + "&ou=" + encode(figure.commune())
                + "&co=" + encode(figure.sex()) + "&value=" + (figure.value() + more);
        exchange(request(world, "/api/dataValues?" + query).POST(BodyPublishers.noBody()));
    }

    private void questions(World world) {
        List<String> communes =
                world.provinces().stream().map(code -> code + "/COMMUNE").toList();
        List<String> five = world.elements().subList(0, 5);
        String year = FIRST_YEAR + "01.." + FIRST_YEAR + "12";
        ask("fiveElementsTwelveMonthsTenProvinces", world, five, year, world.provinces(), "");
        ask("fiveElementsTwelveMonthsThousandCommunes", world, five, year, communes, "");
        ask("twentyElementsTwelveMonthsNationBySex", world, world.elements(), year, List.of("VN"), "&by=sex");
        ask("oneElementOneMonthThousandCommunes", world, five.subList(0, 1), FIRST_YEAR + "03", communes, "");
    }

    private void ask(String name, World world, List<String> what, String when, List<String> where, String more) {
        String query = "what=" + encode(String.join(",", what)) + "&where=" + encode(String.join(",", where)) + "&when="
                + encode(when) + "&units=5000" + more;
        BenchTimes.ofQuestion(ROUNDS, () -> exchange(request(world, "/api/figures?" + query)))
                .put(report, name);
        String answer = exchange(request(world, "/api/figures?" + query));
        report.put(name + "Cells", answer.split("\"unitName\"", -1).length - 1);
    }

    private void send(World world, String body) {
        exchange(request(world, "/api/dataValueSets")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(World world, String path) {
        String token = world.tokens().get(calls.getAndIncrement() % TOKENS);
        return HttpRequest.newBuilder(world.server().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private String exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return Objects.requireNonNull(answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
