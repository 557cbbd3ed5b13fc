package vn.binhquyen.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.check.Rule;
import vn.binhquyen.intake.check.Rule.Doubt;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.knowledge.Knowledge;

/** Asks every rule about a plan, freshly read or edited since. */
public final class PlanChecks {

    private final List<Rule> rules = Rule.all();

    /** The ids of all rules, in the order in which they are asked. */
    public List<String> rules() {
        return rules.stream().map(Rule::id).toList();
    }

    /** What the rule asks, in the language of the reader. */
    public String question(String rule, Locale locale) {
        return new IntakeMessages(locale).say("finding." + rule + ".question");
    }

    /**
     * All findings in the order of the document; what has no place comes last.
     *
     * @param text the document, or null for a plan that was never one
     */
    public List<Finding> check(ReadPlan plan, @Nullable DocumentText text, Locale locale) {
        return check(new InHand(plan, text, Knowledge.shipped(), null), locale);
    }

    /** As {@link #check(ReadPlan, DocumentText, Locale)}, with more in hand. */
    public List<Finding> check(InHand hand, Locale locale) {
        var messages = new IntakeMessages(locale);
        var findings = new ArrayList<Finding>();
        for (Rule rule : rules) {
            rule.ask(hand).forEach(doubt -> findings.add(finding(rule, doubt, messages)));
        }
        findings.sort(Comparator.comparingInt(finding ->
                finding.at() == null ? Integer.MAX_VALUE : finding.at().line()));
        return List.copyOf(findings);
    }

    private static Finding finding(Rule rule, Doubt doubt, IntakeMessages messages) {
        String key = "finding." + rule.id();
        String variant = doubt.variant().isEmpty() ? key : key + "." + doubt.variant();
        return new Finding(
                rule.id(),
                rule.severity(),
                messages.say(variant + ".message", doubt.details()),
                messages.say(key + ".advice"),
                doubt.subject(),
                doubt.at(),
                doubt.source());
    }
}
