package vn.binhquyen.intake.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.LegalBasis;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.ReadPlan.Recipient;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.VietnameseText;

/**
 * What in a document speaks for each fact beside the fact itself: the words that announce it, and that nothing around it
 * was left unexplained. A fact without such evidence may be right too, but a person should look at it. How often facts
 * with evidence are right is measured by {@code bench read --calibration}; kinds of fact that no measured corpus notes
 * (tasks, purposes, money) never have it.
 */
public final class Evidence {

    public enum Kind {
        LEGAL_BASIS,
        OBJECTIVE,
        INDICATOR,
        MEASURE,
        AGENCY,
        REPORTING_DUTY,
        EVENT,
        RECIPIENT
    }

    private static final Pattern CITES = Pattern.compile("^\\W*(?:can cu|thuc hien|theo|xet|trien khai)(?![a-z])");
    private static final Pattern OBJECTIVE_NAMED =
            Pattern.compile("^\\W*(?:\\S{1,6}\\s+)?muc tieu (?:so )?(?<no>\\d{1,2})");
    private static final Pattern LIMIT = Pattern.compile("(?:truoc|cham nhat|muon nhat|han)[^.;]{0,25}$");
    private static final Pattern REPORTS = Pattern.compile("bao cao|gui|so ket|tong ket|ban hanh");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");

    /** A letter that stands among digits, as a poor scan leaves it. */
    private static final Pattern MISREAD = Pattern.compile("\\d[lOoI](?!\\p{L})|(?<!\\p{L})[lOoI]\\d");

    /** A year that lost a digit or the blank before it. */
    private static final Pattern BROKEN = Pattern.compile("nam (?!0?1 |mot )\\d{1,3}(?!\\d)|[a-z]20\\d\\d|[a-z]nam 20");

    private record Found(Kind kind, Place at) {}

    private final DocumentText text;
    private final @Nullable Integer onlyYear;
    private final Set<Found> certain = new HashSet<>();

    private Evidence(DocumentText text, @Nullable Integer onlyYear) {
        this.text = text;
        this.onlyYear = onlyYear;
    }

    public static Evidence of(ReadPlan plan, DocumentText text) {
        ReadPlan.Period period = plan.period();
        var evidence = new Evidence(text, period != null && period.from() == period.to() ? period.to() : null);
        if (!text.ocr()) {
            evidence.gather(plan);
        }
        return evidence;
    }

    /** Whether something beside it speaks for the fact of the kind at the place. */
    public boolean speaksFor(Kind kind, @Nullable Place at) {
        return at != null && certain.contains(new Found(kind, at));
    }

    private void gather(ReadPlan plan) {
        plan.legalBases().stream().filter(this::isCited).forEach(basis -> add(Kind.LEGAL_BASIS, basis.at()));
        for (int i = 0; i < plan.objectives().size(); i++) {
            Objective objective = plan.objectives().get(i);
            Objective next =
                    i + 1 < plan.objectives().size() ? plan.objectives().get(i + 1) : null;
            boolean named = isNamed(objective) && (next == null || isFollowedBy(objective, next));
            if (named) {
                add(Kind.OBJECTIVE, objective.at());
            }
            objective.indicators().stream()
                    .filter(indicator -> named && isExplained(indicator))
                    .forEach(indicator -> {
                        add(Kind.INDICATOR, indicator.at());
                        indicator.measures().forEach(measure -> add(Kind.MEASURE, measure.at()));
                    });
        }
        plan.assignments().stream().filter(this::isHeading).forEach(agency -> add(Kind.AGENCY, agency.at()));
        plan.reporting().stream().filter(this::isLimit).forEach(duty -> add(Kind.REPORTING_DUTY, duty.at()));
        plan.events().stream()
                .filter(event -> event.from().day() != null && event.to().day() != null)
                .forEach(event -> add(Kind.EVENT, event.at()));
        plan.recipients().stream().filter(this::isListed).forEach(recipient -> add(Kind.RECIPIENT, recipient.at()));
    }

    private void add(Kind kind, @Nullable Place at) {
        if (at != null && !MISREAD.matcher(line(at)).find()) {
            certain.add(new Found(kind, at));
        }
    }

    private String line(Place at) {
        return text.lines().get(at.line() - 1).text();
    }

    /** A paragraph that says it cites, a whole date, and a number or the name of a law. */
    private boolean isCited(LegalBasis basis) {
        Place at = basis.at();
        return at != null
                && CITES.matcher(VietnameseText.fold(line(at))).find()
                && basis.issuedOn() != null
                && (basis.number() != null
                        ? basis.issuedOn().isComplete()
                        : basis.type() == DocumentType.LUAT && basis.title() != null);
    }

    /** "Mục tiêu 3:" before it. */
    private boolean isNamed(Objective objective) {
        Place at = objective.at();
        if (at == null) {
            return false;
        }
        var named = OBJECTIVE_NAMED.matcher(VietnameseText.fold(line(at)));
        return named.find() && named.group("no").equals(objective.no());
    }

    /** A gap in the numbers means that a heading was lost, whose indicators were taken for those of the one before. */
    private static boolean isFollowedBy(Objective objective, Objective next) {
        return String.valueOf(next.no()).equals(String.valueOf(Integer.parseInt(String.valueOf(objective.no())) + 1));
    }

    /** Every quantity of its words is one of its measures, each with its year and what is asked of it. */
    private boolean isExplained(Indicator indicator) {
        List<Measure> measures = indicator.measures();
        long baselines =
                measures.stream().filter(measure -> measure.baseline() != null).count();
        long spans = measures.stream().filter(measure -> measure.high() != null).count();
        int quantities = Quantities.find(indicator.text()).size();
        boolean counted =
                quantities == measures.size() + baselines || quantities == measures.size() + baselines + spans;
        long years = YEAR.matcher(indicator.text())
                .results()
                .map(match -> match.group())
                .distinct()
                .count();
        return !measures.isEmpty()
                && counted
                && !MISREAD.matcher(indicator.text()).find()
                && !BROKEN.matcher(VietnameseText.fold(indicator.text())).find()
                && years <= Math.max(1, measures.size())
                && measures.stream().allMatch(measure -> isSaid(measure, indicator));
    }

    private boolean isSaid(Measure measure, Indicator indicator) {
        Integer year = measure.byYear();
        boolean yearKnown = year == null ? onlyYear != null : indicator.text().contains(year.toString());
        String folded = VietnameseText.fold(indicator.text());
        boolean asked = measure.comparator() != Comparator.EQUAL
                || folded.matches("(?s).*(?:^|[^a-z])(?:dat|con|o muc|100 ?%).*");
        return measure.at() != null && measure.value().signum() > 0 && yearKnown && asked;
    }

    /** The name of a body that a line has for itself, or that leads in to what it has to do. */
    private boolean isHeading(Assignment assignment) {
        Place at = assignment.at();
        if (at == null || text.lines().get(at.line() - 1).cell() != null) {
            return false;
        }
        String line = line(at);
        int label = Label.of(line).length();
        int end = at.column() - 1 + at.length();
        String rest = end <= line.length() ? line.substring(end).strip() : "";
        return label > 0
                && at.column() - 1 <= label + 10
                && AgencyWords.beginAgency(assignment.agency())
                && (rest.isEmpty() || rest.startsWith(":") || rest.startsWith("."));
    }

    /** A day before which it says that something is to be reported. */
    private boolean isLimit(ReportingDuty duty) {
        Place at = duty.at();
        if (at == null || duty.dueOn() == null || duty.dueOn().day() == null) {
            return false;
        }
        String before = VietnameseText.fold(around(at).substring(0, Math.max(0, lengthBefore(at))));
        return LIMIT.matcher(before).find()
                && REPORTS.matcher(VietnameseText.fold(around(at))).find();
    }

    /** The line with the one before it, since a file may be wrapped. */
    private String around(Place at) {
        String before = at.line() > 1 ? text.lines().get(at.line() - 2).text() : "";
        return before + " " + line(at);
    }

    private int lengthBefore(Place at) {
        String before = at.line() > 1 ? text.lines().get(at.line() - 2).text() : "";
        return Math.min(around(at).length(), before.length() + at.column());
    }

    /** An item of the list that "Nơi nhận" heads. */
    private boolean isListed(Recipient recipient) {
        Place at = recipient.at();
        if (at == null || !Label.of(line(at).strip()).isPresent()) {
            return false;
        }
        return IntStream.iterate(at.line() - 1, number -> number >= Math.max(0, at.line() - 40), number -> number - 1)
                .anyMatch(number ->
                        VietnameseText.fold(text.lines().get(number).text()).contains("noi nhan"));
    }
}
