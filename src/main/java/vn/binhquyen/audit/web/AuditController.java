package vn.binhquyen.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.audit.query.AuditFilter;
import vn.binhquyen.audit.query.AuditPage;
import vn.binhquyen.audit.query.AuditQueries;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.publishing.Download;

/** The record as inspectors search it, as a page and as a spreadsheet, and each person's own part of it. */
@Controller
class AuditController {
    private final AuditQueries queries;
    private final AuditWords words;

    AuditController(AuditQueries queries, AuditWords words) {
        this.queries = queries;
        this.words = words;
    }

    /** What the list was asked for, as it stands in the address; null is open. */
    record Asked(
            @Nullable UnitId unit,
            @Nullable String q,
            @Nullable String action,
            @Nullable String thing,
            @Nullable String from,
            @Nullable String until,
            @Nullable UUID before) {

        AuditFilter filter(Actor actor) {
            return new AuditFilter(
                    unit == null ? actor.unit() : unit,
                    q == null ? "" : q.strip(),
                    blankToNull(action),
                    blankToNull(thing),
                    day(from),
                    day(until),
                    before);
        }

        public boolean isNarrowed() {
            return (q != null && !q.isBlank())
                    || blankToNull(action) != null
                    || blankToNull(thing) != null
                    || blankToNull(from) != null
                    || blankToNull(until) != null;
        }

        /** Whether a typed day is none; the list then is as if it had not been typed. */
        public boolean isWrong(@Nullable String typed) {
            return blankToNull(typed) != null && day(typed) == null;
        }

        String link(String path, @Nullable UUID next) {
            var link = UriComponentsBuilder.fromPath(path);
            if (unit != null) {
                link.queryParam("unit", unit);
            }
            add(link, "q", q);
            add(link, "action", action);
            add(link, "thing", thing);
            add(link, "from", from);
            add(link, "until", until);
            if (next != null) {
                link.queryParam("before", next);
            }
            return link.encode().toUriString();
        }

        private static void add(UriComponentsBuilder link, String name, @Nullable String value) {
            if (blankToNull(value) != null) {
                link.queryParam(name, value);
            }
        }

        private static @Nullable String blankToNull(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        private static @Nullable LocalDate day(@Nullable String typed) {
            return TypedDay.of(typed).orElse(null);
        }
    }

    @GetMapping("/audit")
    String entries(Asked asked, Actor actor, Model model) {
        AuditPage page = queries.entries(asked.filter(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("rows", page.rows());
        model.addAttribute("actions", words.actions());
        model.addAttribute("things", words.things());
        model.addAttribute("next", page.next() == null ? null : asked.link("/audit", page.next()));
        model.addAttribute("export", asked.link("/audit.xlsx", null));
        return "audit/entries";
    }

    @GetMapping("/audit.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Actor actor, Locale locale) {
        return Download.xlsx("nhat-ky.xlsx", words.sheet(queries.export(asked.filter(actor)), locale));
    }

    @GetMapping("/account/history")
    String own(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        AuditPage page = queries.own(actor, before);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next() == null ? null : "/account/history?before=" + page.next());
        return "audit/own";
    }

    static List<String> headings() {
        return List.of(
                "at", "actor", "agency", "unit", "action", "thing", "id", "address", "changes", "detail", "seal");
    }
}
