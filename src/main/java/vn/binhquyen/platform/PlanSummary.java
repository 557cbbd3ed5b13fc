package vn.binhquyen.platform;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.kernel.VietnameseNumbers;

/** A plan on one page of plain text, for a terminal. */
final class PlanSummary {

    private PlanSummary() {}

    static String of(ReadPlan plan) {
        var page = new StringJoiner("\n");
        page.add(plan.source().file());
        page.add("  " + said(plan.title()));
        page.add("  Số: " + said(plan.number()) + " · "
                + (plan.issuer() == null ? "…" : plan.issuer().name()) + " · " + said(plan.issuedOn()));
        page.add("  Căn cứ: " + plan.legalBases().size());
        for (var objective : plan.objectives()) {
            page.add("  Mục tiêu " + said(objective.no()) + ": " + objective.title());
            for (var indicator : objective.indicators()) {
                page.add("    " + said(indicator.no()) + ". " + indicator.text());
                indicator.measures().forEach(measure -> page.add("       " + target(measure)));
            }
        }
        for (var assignment : plan.assignments()) {
            page.add("  " + assignment.agency() + (assignment.request() ? " (đề nghị)" : "") + ": "
                    + assignment.tasks().size() + " nhiệm vụ");
        }
        plan.reporting().forEach(duty -> page.add("  Báo cáo " + duty.kind() + ": " + said(duty.dueOn())));
        plan.events().forEach(event -> page.add("  " + event.name() + ": " + event.from() + " – " + event.to()));
        page.add("  Nơi nhận: " + plan.recipients().size());
        page.add("  Người ký: "
                + (plan.signatory() == null ? "…" : said(plan.signatory().name())));
        plan.findings()
                .forEach(finding -> page.add("  ! " + finding.severity() + " " + finding.rule()
                        + (finding.at() == null ? "" : " (dòng " + finding.at().line() + ")") + ": "
                        + finding.message()));
        return page.toString();
    }

    private static String target(Measure measure) {
        return measure.comparator() + " " + VietnameseNumbers.format(measure.value())
                + (measure.high() == null ? "" : "–" + VietnameseNumbers.format(measure.high())) + " " + measure.unit()
                + (measure.byYear() == null ? "" : " (" + measure.byYear() + ")");
    }

    private static String said(@Nullable Object value) {
        return value == null ? "…" : value.toString();
    }
}
