package vn.binhquyen.statistics.quality;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** The rules by which figures are checked: one belongs to the unit that keeps it, and holds there and below. */
@Service
@Transactional
public class FigureRules {
    private static final int PAGE = 25;
    private static final int EXPORT = 5_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final RuleRows rows;
    private final FindingRows findings;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final AuditLog audit;
    private final Clock clock;

    FigureRules(
            RuleRows rows,
            FindingRows findings,
            Elements elements,
            Breakdowns breakdowns,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.findings = findings;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param next the cursor after the last rule; null where there is none */
    public record RulePage(List<KeptRule> rules, @Nullable String next) {}

    /** The rules that hold in the actor's unit or somewhere below it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public RulePage page(Actor actor, RuleFilter filter) {
        RuleRows.Page page = rows.page(actor.unit(), filter, PAGE);
        return new RulePage(page.rules(), page.next());
    }

    /** All of them for a spreadsheet; at most 5 000. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<KeptRule> export(Actor actor, RuleFilter filter) {
        return rows.page(actor.unit(), filter, EXPORT).rules();
    }

    /** @throws vn.binhquyen.kernel.NotFound where there is no such rule */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public KeptRule one(FigureRuleId id) {
        return rows.one(id);
    }

    /** What is wrong with a side of a rule; empty where it can be computed. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Optional<Refused> wrong(String side) {
        try {
            requireKnown(side);
            return Optional.empty();
        } catch (Refused refusal) {
            return Optional.of(refusal);
        }
    }

    /** @throws Refused where the code is taken, or a side names what is not known */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public FigureRuleId add(Actor actor, Rule rule) {
        if (!CODE.matcher(rule.code()).matches()) {
            throw new Refused("quality.rule.code.wrong");
        }
        if (rows.isTaken(rule.code())) {
            throw new Refused("quality.rule.code.taken", rule.code());
        }
        check(rule);
        FigureRuleId id = rows.insert(rule, now(), actor.account());
        lookAgain(rule);
        audit.record(actor, "added", "figure-rule", id, Map.of("code", rule.code(), "rule", text(rule)));
        return id;
    }

    /**
     * The code and the owner stay as they are: findings and explanations name the one, rights the other.
     *
     * @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it
     * @throws Refused where a side names what is not known
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void change(Actor actor, FigureRuleId id, Rule rule, long version) {
        Rule before = rows.one(id).rule();
        if (!before.code().equals(rule.code()) || !Objects.equals(before.owner(), rule.owner())) {
            throw new Refused("quality.rule.code.stays");
        }
        check(rule);
        rows.update(id, rule, version, now(), actor.account());
        findings.forget(Checks.RULE + rule.code());
        lookAgain(rule);
        audit.recordChange(
                actor,
                "changed",
                "figure-rule",
                id,
                FieldChanges.between(before, rule).all());
    }

    /** @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void use(Actor actor, FigureRuleId id, boolean active, long version) {
        Rule rule = rows.one(id).rule();
        rows.use(id, active, version, now(), actor.account());
        findings.forget(Checks.RULE + rule.code());
        if (active) {
            lookAgain(rule);
        }
        audit.record(
                actor, active ? "taken-into-use" : "taken-out-of-use", "figure-rule", id, Map.of("code", rule.code()));
    }

    private void check(Rule rule) {
        if (Stream.of(rule.left(), rule.right())
                        .map(this::requireKnown)
                        .mapToInt(Set::size)
                        .sum()
                == 0) {
            throw new Refused("quality.rule.no-figure");
        }
    }

    private Set<Term> requireKnown(String side) {
        Set<Term> terms = Formula.parse(side).terms();
        Set<String> known = elements
                .withCodes(terms.stream().map(Term::element).distinct().toList())
                .stream()
                .map(DataElement::code)
                .collect(Collectors.toSet());
        for (Term term : terms) {
            if (!known.contains(term.element())) {
                throw new Refused("quality.rule.element", term.element());
            }
            try {
                breakdowns.of(List.of(term.options()));
            } catch (IllegalArgumentException unknown) {
                throw new Refused("quality.rule.breakdown", String.join("; ", term.options()));
            }
        }
        return terms;
    }

    private void lookAgain(Rule rule) {
        findings.lookAgain(
                Stream.of(rule.left(), rule.right())
                        .flatMap(side -> Formula.parse(side).terms().stream())
                        .map(Term::element)
                        .collect(Collectors.toSet()),
                rule.owner());
    }

    private static String text(Rule rule) {
        return rule.left() + " " + rule.comparator() + " " + rule.right();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
