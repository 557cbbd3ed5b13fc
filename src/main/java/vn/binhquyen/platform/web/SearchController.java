package vn.binhquyen.platform.web;

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
                        .collect(
                                Collectors.groupingBy(SearchSource.Hit::kind, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("q", words);
        model.addAttribute("hits", hits.entrySet());
        return "platform/search";
    }
}
