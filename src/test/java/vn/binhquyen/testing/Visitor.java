package vn.binhquyen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A browser without a screen. */
public final class Visitor {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int PAGES_OF_A_KIND = 4;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;

    public Visitor(String address) {
        this.address = URI.create(address);
    }

    public HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve(page.replace(" ", "%20")))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String formPage, String target, Map<String, String> fields)
            throws IOException, InterruptedException {
        String token = Objects.requireNonNull(Jsoup.parse(get(formPage).body()).selectFirst("input[name=_csrf]"))
                .attr("value");
        String body = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encode(token);
        return client.send(
                HttpRequest.newBuilder(address.resolve(target))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public void signIn(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/sign-in", "/sign-in", Map.of("username", username, "password", password));
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as("signed in")
                .doesNotContain("sign-in");
    }

    /**
     * @param found the pages that were linked to
     * @param broken those of them that did not open, each after its status
     */
    public record Walk(Set<String> found, List<String> broken) {}

    /** Follows every link from the first page on, a few of each kind. */
    public Walk walk() throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> found = new HashSet<>(open);
        Map<String, Integer> ofKind = new HashMap<>();
        List<String> broken = new ArrayList<>();
        while (!open.isEmpty()) {
            String page = open.remove();
            if (ofKind.merge(kindOf(page), 1, Integer::sum) > PAGES_OF_A_KIND) {
                continue;
            }
            HttpResponse<String> answer = get(page);
            if (answer.statusCode() == 302) {
                open.add(answer.headers().firstValue("Location").orElseThrow());
            } else if (answer.statusCode() != 200) {
                broken.add(answer.statusCode() + " " + page);
            } else if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (Element link :
                        Jsoup.parse(answer.body(), address.toString()).select("a[href]")) {
                    String target = link.absUrl("href").replaceFirst("#.*", "");
                    if (target.startsWith(address.toString()) && found.add(target)) {
                        open.add(target.substring(address.toString().length()));
                    }
                }
            }
        }
        return new Walk(found, broken);
    }

    private static String kindOf(String page) {
        return ID.matcher(page.replaceFirst("=[^=&]*$", "=")).replaceAll("{id}");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
