package vn.binhquyen.journey;

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
import java.time.LocalDate;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.platform.demonstration.Demonstration;

/** Who follows every link that the demonstration shows them meets neither an error nor a closed door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLinkTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int PAGES_OF_A_KIND = 4;

    private DemonstrationSite site;

    @BeforeAll
    void open() throws Exception {
        site = DemonstrationSite.open(LocalDate.of(2026, 11, 23));
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can-bo",
                "lanh-dao",
                "van-thu",
                "cong-an",
                "hoi-phu-nu",
                "tinh",
                "lanh-dao-tinh",
                "can-bo-khuoi-boc",
                "quan-tri"
            })
    void every_link_that_a_person_sees_works_for_them(String person) throws IOException, InterruptedException {
        HttpClient browser = signedIn(person);
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> found = new HashSet<>(open);
        Map<String, Integer> ofKind = new HashMap<>();
        List<String> broken = new ArrayList<>();
        while (!open.isEmpty()) {
            String page = open.remove();
            if (ofKind.merge(kindOf(page), 1, Integer::sum) > PAGES_OF_A_KIND) {
                continue;
            }
            HttpResponse<String> answer = get(browser, page);
            if (answer.statusCode() != 200) {
                broken.add(answer.statusCode() + " " + page);
            } else if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (Element link : Jsoup.parse(answer.body(), site.address()).select("a[href]")) {
                    String address = link.absUrl("href").replaceFirst("#.*", "");
                    if (address.startsWith(site.address()) && found.add(address)) {
                        open.add(address.substring(site.address().length()));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(found).as("pages of " + person).hasSizeGreaterThan(10);
    }

    private HttpClient signedIn(String person) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Element token = Objects.requireNonNull(
                Jsoup.parse(get(browser, "/sign-in").body()).selectFirst("input[name=_csrf]"));
        String form = "username=" + person + "&password=" + encode(Demonstration.PASSWORD) + "&_csrf="
                + encode(token.attr("value"));
        HttpResponse<String> home = browser.send(
                HttpRequest.newBuilder(URI.create(site.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(home.body()).contains("Việc của tôi");
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(site.address() + page.replace(" ", "%20")))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String kindOf(String page) {
        return ID.matcher(page.replaceFirst("=[^=&]*$", "=")).replaceAll("{id}");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
