package vn.binhquyen.platform.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;

/** Finds things of all rooms by words, with or without accents. */
@Controller
class SearchController {
    private static final int LIMIT_PER_ROOM = 20;
    /** What is worked on comes before where it lies. */
    private static final List<String> ORDER =
            List.of("search.plans", "search.tasks", "search.reports", "search.units", "search.agencies");

    /** So many of a kind are shown at once, the others behind a word. */
    private static final int FIRST = 5;

    private final List<SearchSource> sources;

    SearchController(List<SearchSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        String words = q.strip();
        Map<String, List<SearchSource.Hit>> hits = words.isEmpty()
                ? Map.of()
                : sources.stream()
                        .flatMap(source -> source.search(actor, words, LIMIT_PER_ROOM).stream())
                        .sorted(Comparator.comparing(hit -> place(hit.kind())))
                        .collect(
                                Collectors.groupingBy(SearchSource.Hit::kind, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("q", words);
        model.addAttribute("hits", hits.entrySet());
        model.addAttribute("first", FIRST);
        return "platform/search";
    }

    private static int place(String kind) {
        int place = ORDER.indexOf(kind);
        return place < 0 ? ORDER.size() : place;
    }
}
