package vn.binhquyen.statistics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.quality.Completeness;
import vn.binhquyen.statistics.quality.OwedFilter;
import vn.binhquyen.statistics.quality.OwedForms;
import vn.binhquyen.statistics.quality.OwedPage;
import vn.binhquyen.statistics.quality.OwedSheet;

/** Which forms are filled in wholly and in time, in the actor's unit and those below. */
@Controller
class CompletenessController {
    private final Completeness completeness;
    private final QualityWords words;
    private final Clock clock;

    CompletenessController(Completeness completeness, QualityWords words, Clock clock) {
        this.completeness = completeness;
        this.words = words;
        this.clock = clock;
    }

    /** What the list was asked for, as it stands in the address. */
    record Search(
            @Nullable String q,
            @Nullable String form,
            @Nullable String period,
            OwedSheet.@Nullable State state,
            @Nullable String after) {
        OwedFilter filter() {
            return new OwedFilter(
                    form == null || form.isBlank() ? null : form.strip(),
                    PeriodField.of(period).orElse(null),
                    state,
                    q == null ? "" : q.strip(),
                    after == null || after.isBlank() ? null : after);
        }

        public boolean narrowed() {
            OwedFilter filter = filter();
            return filter.form() != null
                    || filter.period() != null
                    || state != null
                    || !filter.words().isEmpty();
        }

        boolean first() {
            return filter().after() == null;
        }

        String link(String path, @Nullable String next) {
            return Address.of(path)
                    .with("q", q)
                    .with("form", form)
                    .with("period", period)
                    .with("state", state)
                    .with("after", next)
                    .toString();
        }
    }

    @GetMapping("/quality/completeness")
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        OwedPage page = completeness.page(actor, search.filter());
        model.addAttribute("search", search);
        // above the first page only: who goes on in the list has seen it
        List<OwedForms> summary = search.first() ? completeness.summary(actor) : List.of();
        model.addAttribute("summary", summary);
        model.addAttribute("nothing", search.first() && summary.isEmpty());
        model.addAttribute("sheets", page.sheets());
        model.addAttribute("states", OwedSheet.State.values());
        model.addAttribute("years", PeriodField.choices(LocalDate.now(clock)));
        model.addAttribute("next", page.next() == null ? null : search.link("/quality/completeness", page.next()));
        model.addAttribute("export", search.link("/quality/completeness/export.xlsx", null));
        return "statistics/quality-completeness";
    }

    @GetMapping("/quality/completeness/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "muc-do-day-du-" + LocalDate.now(clock) + ".xlsx",
                new XlsxSheet(
                        words.say("quality.completeness"),
                        List.of(
                                new Column(words.say("quality.unit"), Kind.TEXT),
                                new Column(words.say("quality.form"), Kind.TEXT),
                                new Column(words.say("quality.period"), Kind.TEXT),
                                new Column(words.say("quality.due"), Kind.DATE),
                                new Column(words.say("quality.sent"), Kind.DATE),
                                new Column(words.say("quality.filled"), Kind.NUMBER),
                                new Column(words.say("quality.cells"), Kind.NUMBER),
                                new Column(words.say("quality.state"), Kind.TEXT)),
                        completeness.export(actor, search.filter()).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(OwedSheet sheet) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(sheet.unitName());
        cells.add(sheet.name(words.english()));
        cells.add(words.period(sheet.period()));
        cells.add(sheet.dueOn());
        cells.add(sheet.sentOn());
        cells.add(sheet.filled());
        cells.add(sheet.cells());
        cells.add(words.say("quality.state." + sheet.state()));
        return cells;
    }
}
