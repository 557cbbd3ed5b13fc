package vn.binhquyen.plan.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;
import vn.binhquyen.plan.query.PlanFilter;
import vn.binhquyen.plan.query.PlanPage;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanRow;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;

/** The list of plans, on a page and as a spreadsheet. */
@Controller
class PlanListController {
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS_AHEAD = 5;
    private final PlanQueries queries;
    private final PlanFrames frames;
    private final Organization organization;
    private final PlanWords words;

    PlanListController(PlanQueries queries, PlanFrames frames, Organization organization, PlanWords words) {
        this.queries = queries;
        this.frames = frames;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping("/plans")
    String list(Actor actor, @ModelAttribute("search") PlanSearch search, BindingResult ignored, Model model) {
        PlanPage page = queries.plans(actor, search.filter());
        List<Unit> units = units(actor);
        model.addAttribute("search", search);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next() == null ? null : search.link("/plans", page.next()));
        model.addAttribute("export", search.link("/plans/export.xlsx", null));
        model.addAttribute("statuses", shownStatuses());
        model.addAttribute("kinds", PlanKind.values());
        model.addAttribute("sorts", PlanFilter.Sort.values());
        model.addAttribute("years", years());
        model.addAttribute("units", units.size() > 1 ? units : List.of());
        model.addAttribute("formerUnits", formerUnits(actor));
        model.addAttribute("anyFormer", page.former());
        model.addAttribute("mayBegin", frames.mayBegin(actor));
        return "plan/list";
    }

    @GetMapping("/plans/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") PlanSearch search, BindingResult ignored) {
        return Download.xlsx("ke-hoach-" + frames.today() + ".xlsx", sheet(queries.export(actor, search.filter())));
    }

    private XlsxSheet sheet(List<PlanRow> rows) {
        List<Column> columns = List.of(
                new Column(words.say("plan.column.number"), Kind.TEXT),
                new Column(words.say("plan.column.title"), Kind.TEXT),
                new Column(words.say("plan.column.issuer"), Kind.TEXT),
                new Column(words.say("plan.column.issued-on"), Kind.DATE),
                new Column(words.say("plan.column.period"), Kind.TEXT),
                new Column(words.say("plan.column.status"), Kind.TEXT),
                new Column(words.say("plan.column.tasks"), Kind.NUMBER),
                new Column(words.say("plan.column.done"), Kind.NUMBER),
                new Column(words.say("plan.column.overdue"), Kind.NUMBER),
                new Column(words.say("plan.column.done-share"), Kind.PERCENTAGE),
                new Column(words.say("organization.former-unit"), Kind.TEXT));
        return new XlsxSheet(
                words.say("plan.list.title"),
                columns,
                rows.stream().map(this::cells).toList());
    }

    private List<@Nullable Object> cells(PlanRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        PlanContent.Period period = row.period();
        cells.add(row.numberAndSymbol());
        cells.add(row.title());
        cells.add(row.issuerName());
        FormerUnit former = row.former();
        cells.add(row.issuedOn());
        cells.add(period == null ? null : words.period(period));
        cells.add(words.say("plan.status." + row.status()));
        cells.add(row.tasks().all());
        cells.add(row.tasks().done());
        cells.add(row.tasks().overdue());
        cells.add(row.tasks().all() == 0 ? null : BigDecimal.valueOf(row.tasks().donePercentage()));
        cells.add(former == null ? null : words.say(former));
        return cells;
    }

    private List<FormerUnit> formerUnits(Actor actor) {
        return Stream.concat(
                        organization.formerOf(actor.unit()).stream(), organization.formerAbove(actor.unit()).stream())
                .toList();
    }

    /** Whose plans the actor may see: the units above, the own one, those below. */
    private List<Unit> units(Actor actor) {
        return Stream.of(
                        organization.ancestors(actor.unit()).stream(),
                        Stream.of(organization.unit(actor.unit())),
                        organization.children(actor.unit()).stream())
                .flatMap(units -> units)
                .toList();
    }

    private List<Integer> years() {
        return IntStream.rangeClosed(FIRST_YEAR, frames.today().getYear() + YEARS_AHEAD)
                .boxed()
                .toList()
                .reversed();
    }

    private static List<PlanStatus> shownStatuses() {
        return Arrays.stream(PlanStatus.values())
                .filter(status -> status != PlanStatus.DISCARDED)
                .toList();
    }
}
