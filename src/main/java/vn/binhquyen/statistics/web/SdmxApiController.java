package vn.binhquyen.statistics.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Indicator;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.Question;
import vn.binhquyen.statistics.query.Questions;

/** The indicators of the national strategy in the form in which statistical offices exchange figures. */
@RestController
class SdmxApiController {
    private static final String STRATEGY = "NQ28";

    private final Questions questions;
    private final Catalogue catalogue;
    private final Clock clock;

    SdmxApiController(Questions questions, Catalogue catalogue, Clock clock) {
        this.questions = questions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The measures of the strategy, in total and for women and men apart.
     *
     * @param where as in {@code /api/figures}
     * @param when as in {@code /api/figures}
     */
    @GetMapping(path = "/api/sdmx/data/NQ28", produces = "application/vnd.sdmx.data+json")
    Map<String, Object> data(
            @RequestParam List<String> where, @RequestParam(defaultValue = "last-5-years") List<String> when) {
        List<String> codes = catalogue.national().stream()
                .map(Indicator::code)
                .filter(code -> code != null && code.startsWith(STRATEGY))
                .toList();
        List<Questions.Row> rows = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (List<String> by : List.of(List.<String>of(), List.of("sex"))) {
            Questions.Result result =
                    questions.answer(new Question(codes, where, when, by, Drawn.THEN, null, Question.ALL));
            rows.addAll(result.rows());
            names.putAll(result.names());
        }
        return SdmxMessage.of(new Questions.Result(rows, names, List.of(), null), clock.instant());
    }
}
