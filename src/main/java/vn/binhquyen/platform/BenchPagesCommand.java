package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench pages}: signs in to a demonstration as people of several roles, follows the links they see, and
 * reads all pages found with ten users at once, warm; prints the distribution of the server's own time per kind of page.
 */
@Command(name = "pages", description = "Server time of the pages of a demonstration, as JSON")
public final class BenchPagesCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int PAGES_OF_A_KIND = 4;

    @Option(names = "--url", description = "where the demonstration runs; without it in this process, until the end")
    private @Nullable URI url;

    @Option(names = "--users", description = "users at once", defaultValue = "10")
    private int users = 10;

    @Option(names = "--rounds", description = "how often each user reads all pages", defaultValue = "5")
    private int rounds = 5;

    @Option(names = "--people", split = ",", defaultValue = "can-bo,lanh-dao,van-thu,cong-an,tinh,can-bo-khuoi-boc")
    private List<String> people = List.of();

    @Option(names = "--password", defaultValue = "binhquyen-2026")
    private String password = "";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private record Visit(String user, String page) {}

    /** Of somebody who has signed in. */
    private record Session(URI server, HttpClient client) {
        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    @Override
    public Integer call() throws Exception {
        if (url == null) {
            BenchInstallation.withDemonstration(this::visit);
        } else {
            visit(url);
        }
        return 0;
    }

    private void visit(URI server) throws IOException, InterruptedException, ExecutionException {
        Map<String, Session> sessions = new LinkedHashMap<>();
        List<Visit> visits = new ArrayList<>();
        for (String person : people) {
            Session session = signIn(server, person);
            sessions.put(person, session);
            pagesOf(session).forEach(page -> visits.add(new Visit(person, page)));
        }
        measure(sessions, visits, 2);
        Map<String, List<Double>> times = measure(sessions, visits, rounds);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.println(json.writeValueAsString(report(times)));
    }

    private Session signIn(URI server, String person) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Session session = new Session(server, client);
        Document form = Jsoup.parse(session.get("/sign-in").body());
        Element token = form.selectFirst("form input[name=_csrf]");
        String body = "username=" + encode(person) + "&password=" + encode(password)
                + (token == null ? "" : "&_csrf=" + encode(token.attr("value")));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.uri().getPath().startsWith("/sign-in")) {
            throw new IOException(person + " can't sign in; is this the demonstration?");
        }
        return session;
    }

    /** The pages that can be reached by links from the home page, without downloads; of each kind only the first few. */
    private Set<String> pagesOf(Session session) throws IOException, InterruptedException {
        Set<String> found = new LinkedHashSet<>(List.of("/"));
        Deque<String> open = new ArrayDeque<>(found);
        Set<String> pages = new LinkedHashSet<>();
        Map<String, Integer> ofKind = new HashMap<>();
        while (!open.isEmpty()) {
            String page = open.remove();
            if (ofKind.getOrDefault(kindOf(page), 0) >= PAGES_OF_A_KIND) {
                continue;
            }
            HttpResponse<String> answer = session.get(page);
            if (answer.statusCode() >= 400) {
                throw new IOException(page + " answers with " + answer.statusCode());
            }
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            pages.add(page);
            ofKind.merge(kindOf(page), 1, Integer::sum);
            for (Element link :
                    Jsoup.parse(answer.body(), session.server().toString()).select("a[href]:not([download])")) {
                URI target = URI.create(link.absUrl("href").replace(" ", "%20"));
                boolean here = session.server().getAuthority().equals(target.getAuthority());
                String address = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
                if (here && !address.contains("language=") && found.add(address)) {
                    open.add(address);
                }
            }
        }
        return pages;
    }

    private Map<String, List<Double>> measure(Map<String, Session> sessions, List<Visit> visits, int times)
            throws InterruptedException, ExecutionException {
        Map<String, ConcurrentLinkedQueue<Double>> measured = new ConcurrentHashMap<>();
        try (var threads = Executors.newFixedThreadPool(users)) {
            List<Future<?>> running = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                int offset = user * Math.max(1, visits.size() / users);
                running.add(threads.submit(() -> {
                    for (int i = 0; i < visits.size() * times; i++) {
                        Visit visit = visits.get((i + offset) % visits.size());
                        Session session = sessions.get(visit.user());
                        if (session != null) {
                            measured.computeIfAbsent(kindOf(visit.page()), kind -> new ConcurrentLinkedQueue<>())
                                    .add(serverTime(session.get(visit.page())));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> user : running) {
                user.get();
            }
        }
        Map<String, List<Double>> sorted = new TreeMap<>();
        measured.forEach(
                (kind, queue) -> sorted.put(kind, queue.stream().sorted().toList()));
        return sorted;
    }

    private static String kindOf(String page) {
        int query = page.indexOf('?');
        return ID.matcher(query < 0 ? page : page.substring(0, query)).replaceAll("{id}");
    }

    private static double serverTime(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("Server-Timing").orElse("app;dur=NaN");
        return Double.parseDouble(header.substring(header.indexOf("dur=") + 4));
    }

    private Map<String, Object> report(Map<String, List<Double>> times) {
        Map<String, Object> pages = new LinkedHashMap<>();
        times.forEach((kind, values) -> pages.put(kind, distribution(values)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("users", users);
        report.put("pages", pages);
        report.put(
                "all",
                distribution(
                        times.values().stream().flatMap(List::stream).sorted().toList()));
        return report;
    }

    private static Map<String, Object> distribution(List<Double> sorted) {
        double[] values = sorted.stream().mapToDouble(Double::doubleValue).toArray();
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("requests", values.length);
        distribution.put("p50Ms", quantile(values, 0.5));
        distribution.put("p95Ms", quantile(values, 0.95));
        distribution.put("p99Ms", quantile(values, 0.99));
        distribution.put("maxMs", Arrays.stream(values).max().orElse(Double.NaN));
        return distribution;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
