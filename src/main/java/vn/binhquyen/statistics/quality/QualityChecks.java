package vn.binhquyen.statistics.quality;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;

/** What is odd in official figures: on one sheet as it is being filled in, and in all units below the actor's. */
@Service
@Transactional(readOnly = true)
public class QualityChecks {
    private static final int PAGE = 25;
    private static final int EXPORT = 10_000;
    private static final int LONGEST_NOTE = 1_000;

    private final Checks checks;
    private final FindingRows rows;
    private final RuleRows rules;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final Organization organization;
    private final AuditLog audit;
    private final Clock clock;

    QualityChecks(
            Checks checks,
            FindingRows rows,
            RuleRows rules,
            Elements elements,
            Breakdowns breakdowns,
            Organization organization,
            AuditLog audit,
            Clock clock) {
        this.checks = checks;
        this.rows = rows;
        this.rules = rules;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is odd in the official figures of the unit and period as they stand now, worst first. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Finding> check(UnitId id, Period period) {
        Unit unit = organization.unit(id);
        List<Found> found = checks.look(List.of(new SheetKey(unit.province(), unit.key(), period.key())));
        return found.isEmpty() ? List.of() : told(rows.named(id, found));
    }

    /** A page of what is odd in the actor's unit and those below it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public FindingPage review(Actor actor, FindingFilter filter) {
        List<FindingRows.Row> found = rows.page(actor, filter, LocalDate.now(clock), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<FindingRows.Row> shown = more ? found.subList(0, PAGE) : found;
        return new FindingPage(told(shown), more ? shown.getLast().cursor() : null);
    }

    /** How many of them there are, and how many sheets may have more. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public FindingPage.Counts counts(Actor actor, FindingFilter filter) {
        return rows.counts(actor, filter, LocalDate.now(clock));
    }

    /** All of them for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Finding> export(Actor actor, FindingFilter filter) {
        return told(rows.page(actor, filter, LocalDate.now(clock), EXPORT));
    }

    /**
     * The unit says why a figure is as it is. What was said is kept, and holds as long as the figure stays.
     *
     * @throws Refused where nothing is said, or the finding is gone
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional
    public void explain(Actor actor, UnitId unit, FindingKey key, String note) {
        if (note.isBlank()) {
            throw new Refused("quality.explain.empty");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("quality.explain.long", LONGEST_NOTE);
        }
        Found found = rows.find(unit, key).orElseThrow(() -> new Refused("quality.explain.gone"));
        rows.say(actor, found, note.strip(), OffsetDateTime.now(clock));
        audit.record(
                actor,
                "explained",
                "finding",
                unit,
                Map.of("check", key.check(), "period", key.period().start(), "note", note.strip()));
    }

    private List<Finding> told(List<FindingRows.Row> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Integer, DataElement> named = new HashMap<>();
        elements.withKeys(keys(found, row -> row.found().cell().element()))
                .forEach(element -> named.put(element.key(), element));
        Map<Breakdown, Breakdowns.Named> parts = breakdowns.named(found.stream()
                .map(row -> row.found().cell().breakdown())
                .distinct()
                .toList());
        Map<String, KeptRule> broken = rules.withCodes(found.stream()
                .map(row -> row.found().check())
                .filter(check -> check.startsWith(Checks.RULE))
                .map(check -> check.substring(Checks.RULE.length()))
                .distinct()
                .toList());
        boolean added =
                found.stream().anyMatch(row -> !addedUp(row.found().check()).isEmpty());
        Map<String, Breakdowns.Dimension> dimensions = added
                ? breakdowns.dimensions().stream().collect(toMap(Breakdowns.Dimension::code, Function.identity()))
                : Map.of();
        return found.stream()
                .map(row -> told(row, named, parts, broken, dimensions))
                .toList();
    }

    private static Collection<Integer> keys(List<FindingRows.Row> rows, Function<FindingRows.Row, Integer> key) {
        return rows.stream().map(key).distinct().toList();
    }

    private static Finding told(
            FindingRows.Row row,
            Map<Integer, DataElement> named,
            Map<Breakdown, Breakdowns.Named> parts,
            Map<String, KeptRule> broken,
            Map<String, Breakdowns.Dimension> dimensions) {
        Found found = row.found();
        KeptRule rule = found.check().startsWith(Checks.RULE)
                ? broken.get(found.check().substring(Checks.RULE.length()))
                : null;
        return new Finding(
                row.unit(),
                row.unitName(),
                new FindingKey(Period.ofKey(found.sheet().period()), found.check(), found.cell()),
                found.severity(),
                named.get(found.cell().element()),
                found.cell().breakdown().equals(Breakdown.TOTAL)
                        ? null
                        : parts.get(found.cell().breakdown()),
                rule == null ? null : rule.rule(),
                addedUp(found.check()).stream()
                        .map(dimensions::get)
                        .filter(Objects::nonNull)
                        .map(dimension -> Objects.requireNonNull(dimension))
                        .toList(),
                found.figure(),
                found.expected(),
                row.otherName(),
                row.form(),
                row.note(),
                row.explained());
    }

    /** "SUM:age,sex": the dimensions stand behind the kind of check. */
    private static List<String> addedUp(String check) {
        int colon = check.indexOf(':');
        return colon < 0 || check.startsWith(Checks.RULE)
                ? List.of()
                : List.of(check.substring(colon + 1).split(","));
    }
}
