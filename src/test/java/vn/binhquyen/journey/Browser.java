package vn.binhquyen.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The installed Chromium, driven by Playwright; a test without it is skipped and says how to install it. */
final class Browser implements AutoCloseable {
    /** Widths in px: an old laptop and a phone. */
    enum Device {
        LAPTOP(1366, 768),
        PHONE(390, 844);

        final int width;
        final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Path PICTURES = Path.of("target/journey");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** WCAG 2.2, 2.4.11: what has the focus is not hidden by what stays in sight. */
    private static final String FOCUS_IN_SIGHT = """
        (() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body || focused.id === 'content') return true;
          const box = focused.getBoundingClientRect();
          const x = box.left + box.width / 2;
          const y = box.top + box.height / 2;
          if (y < 0 || y > window.innerHeight) return true;
          const stays = (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
          let bar = document.elementFromPoint(x, y);
          while (bar && !stays(bar)) bar = bar.parentElement;
          return !bar || bar.contains(focused);
        })()
        """;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Browser open() {
        Optional<Path> executable = Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                executable.isPresent(),
                "journeys need Chromium: run .ci/run, or install it with apt-get install chromium");
        return new Browser(executable.orElseThrow());
    }

    /** A fresh visitor without cookies. Its complaints are collected. */
    Page visitor(Device device) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("vi-VN"));
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** What scripts, the security policy and axe complained about since the browser was opened. */
    List<String> complaints() {
        return complaints;
    }

    /** Keeps a picture of the whole page, and complains where it is not accessible or does not fit its width. */
    void look(Page page, String name) {
        fromTheTop(
                page,
                () -> page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true)));
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
            complaints.add(name + " scrolls sideways");
        }
        if (!(Boolean) page.evaluate(FOCUS_IN_SIGHT)) {
            complaints.add(name + ": a bar covers what has the focus");
        }
        withoutCoveringBars(page, () -> axe(page, name));
    }

    /** Where a page was scrolled, the bars that stay in sight would lie across the middle of its picture. */
    private static void fromTheTop(Page page, Runnable picture) {
        Object scrolled = page.evaluate("window.scrollY");
        page.evaluate("window.scrollTo(0, 0)");
        picture.run();
        page.evaluate("y => window.scrollTo(0, y)", scrolled);
    }

    private void axe(Page page, String name) {
        new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> name + ": " + rule.getId() + ": "
                                + rule.getNodes().getFirst().getHtml())
                        .forEach(complaints::add);
    }

    /** In a window as tall as the page no bar that stays in sight covers by chance a part of what lies under it. */
    private static void withoutCoveringBars(Page page, Runnable check) {
        ViewportSize usual = page.viewportSize();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        int bars = 200;
        page.setViewportSize(usual.width, Math.max(usual.height, height + bars));
        check.run();
        page.setViewportSize(usual.width, usual.height);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
