package vn.binhquyen.platform.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.platform.StoryClock;
import vn.binhquyen.reporting.ConsolidationId;
import vn.binhquyen.reporting.Consolidations;
import vn.binhquyen.reporting.Figure;
import vn.binhquyen.reporting.NewRemark;
import vn.binhquyen.reporting.Owed;
import vn.binhquyen.reporting.OwedIndicator;
import vn.binhquyen.reporting.Reception;
import vn.binhquyen.reporting.ReportKind;
import vn.binhquyen.reporting.Reports;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.Section;
import vn.binhquyen.reporting.Slot;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.reporting.query.RoundFilter;
import vn.binhquyen.reporting.query.RoundQueries;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;

/** The reports of the story: a finished round for the first six months, and the year's round under way. */
@Component
class ReportsOfTheStory {
    private static final List<String> REPORTERS =
            List.of("can-bo", "kinh-te", "cong-an", "tram-y-te", "truong-hoc", "hoi-phu-nu");

    private static final Map<String, String> RESULTS = Map.of(
            "can-bo",
                    "Đã hướng dẫn 9 cơ quan và 4 thôn ghi số liệu tách theo giới; tập huấn 02 lớp cho 58 người (33"
                            + " nữ).",
            "kinh-te",
                    "Mở 01 lớp nghề trồng nấm cho 32 học viên (27 nữ); 02 hộ kinh doanh đang làm hồ sơ lập hợp tác xã.",
            "cong-an", "Tiếp nhận, xử lý kịp thời các tin báo; phối hợp Hội Phụ nữ thăm hỏi, tư vấn các hộ có nguy cơ.",
            "tram-y-te",
                    "Tư vấn sức khỏe sinh sản vị thành niên 02 buổi, 86 học sinh (45 nữ); kiểm tra 01 cơ sở siêu âm.",
            "truong-hoc", "Lồng ghép nội dung về giới vào 18 tiết sinh hoạt lớp; vận động 03 học sinh nữ trở lại lớp.",
            "hoi-phu-nu",
                    "Duy trì 04 địa chỉ tin cậy; tổ chức 03 buổi câu lạc bộ chia sẻ việc nhà, 112 người (81 nữ).");

    private final Reports reports;
    private final Reception reception;
    private final Consolidations consolidations;
    private final RoundQueries rounds;
    private final CurrentActor current;
    private final StoryClock clock;

    ReportsOfTheStory(
            Reports reports,
            Reception reception,
            Consolidations consolidations,
            RoundQueries rounds,
            CurrentActor current,
            StoryClock clock) {
        this.reports = reports;
        this.reception = reception;
        this.consolidations = consolidations;
        this.rounds = rounds;
        this.current = current;
        this.clock = clock;
    }

    void finishTheFirstHalf(Cast cast) {
        clock.on(LocalDate.of(2026, 6, 3), () -> {
            RoundId round = round(cast, ReportKind.SIX_MONTH);
            owing(cast, round).forEach(person -> send(cast, person, round, 1));
        });
        clock.on(LocalDate.of(2026, 6, 4), () -> returnOne(cast, "kinh-te"));
        clock.on(LocalDate.of(2026, 6, 5), () -> {
            RoundId round = round(cast, ReportKind.SIX_MONTH);
            again(cast, "kinh-te", round);
            acceptAll(cast, round);
            consolidate(cast, round);
        });
    }

    /** Two have sent; the rest is awaited. */
    void beginTheYear(Cast cast) {
        RoundId round = round(cast, ReportKind.YEAR);
        List<String> owing = owing(cast, round);
        owing.subList(0, 2).forEach(person -> send(cast, person, round, 2));
        Actor third = cast.person(owing.get(2));
        current.as(third, () -> reports.begin(third, new Owed(round, cast.thuongSon(), third.agency())));
    }

    private RoundId round(Cast cast, ReportKind kind) {
        Actor officer = cast.person("can-bo");
        return current.as(officer, () -> {
            for (RoundFilter.Span span : RoundFilter.Span.values()) {
                var found =
                        rounds.rounds(officer, new RoundFilter(span, 2026, kind, true, null, null, 50)).rows().stream()
                                .filter(row -> row.received())
                                .findFirst();
                if (found.isPresent()) {
                    return found.get().id();
                }
            }
            throw new IllegalStateException("the sample plan asks for no report " + kind);
        });
    }

    /** Those in the story whose agency owes a report in the round. */
    private List<String> owing(Cast cast, RoundId round) {
        Actor officer = cast.person("can-bo");
        List<AgencyId> agencies = current.as(officer, () -> rounds.desk(officer, round)).reporters().stream()
                .map(reporter -> reporter.agency())
                .toList();
        return REPORTERS.stream()
                .filter(person -> agencies.contains(cast.person(person).agency()))
                .toList();
    }

    private void send(Cast cast, String username, RoundId round, int times) {
        Actor actor = cast.person(username);
        current.as(actor, () -> {
            SubmissionId id = reports.begin(actor, new Owed(round, cast.thuongSon(), actor.agency()));
            fill(actor, id, username, times);
            reports.submit(actor, id, reports.draft(actor, id).head().version());
        });
    }

    private void fill(Actor actor, SubmissionId id, String username, int times) {
        Reports.Report draft = reports.draft(actor, id);
        for (var passage : draft.content().sections()) {
            String text = words(passage.section(), username);
            if (text != null) {
                reports.saveSection(actor, id, passage.section(), text, passage.version());
            }
        }
        int index = 0;
        for (Figure figure : draft.content().figures()) {
            index++;
            boolean told = figure.indicator().computation() == Computation.NARRATIVE;
            reports.saveFigure(
                    actor,
                    id,
                    figure.indicator().id(),
                    told ? Map.of() : numbers(figure.indicator(), draft.head().early(), index, times),
                    told ? "Đã đưa vào kế hoạch của trường, thực hiện đều hằng tháng." : "Sổ theo dõi của đơn vị",
                    figure.version());
        }
        for (var task : draft.content().tasks()) {
            if (task.narrative().isBlank() && task.leads()) {
                reports.saveTask(
                        actor,
                        id,
                        task.task(),
                        TaskState.UNDER_WAY,
                        40 + 20 * times,
                        "Đang thực hiện theo tiến độ.",
                        task.version());
            }
        }
    }

    private static @Nullable String words(Section section, String username) {
        return switch (section) {
            case LEADERSHIP -> "Đã phân công một lãnh đạo và một cán bộ theo dõi công tác bình đẳng giới.";
            case RESULTS -> RESULTS.get(username);
            case DIFFICULTIES -> "Cán bộ kiêm nhiệm nhiều việc; số liệu tách theo giới ở thôn ghi chưa đều.";
            case OUTLOOK -> "Tiếp tục thực hiện các nhiệm vụ được giao, hoàn thành trong năm.";
            case PROPOSALS -> username.equals("hoi-phu-nu") ? "Đề nghị xã hỗ trợ kinh phí sinh hoạt câu lạc bộ." : null;
        };
    }

    /** Invented counts: the same for the same place in the report, larger the second time. */
    private static Map<Slot, @Nullable BigDecimal> numbers(
            OwedIndicator indicator, boolean early, int index, int times) {
        Map<Slot, @Nullable BigDecimal> numbers = new HashMap<>();
        int all = 12 + 9 * index;
        int counted = Math.max(1, all * (45 + 7 * (index % 5) + 4 * times) / 100);
        if (indicator.elements().containsKey(Part.DENOMINATOR)) {
            numbers.put(Slot.total(Part.DENOMINATOR, Nature.ACTUAL), BigDecimal.valueOf(all));
            if (early) {
                numbers.put(Slot.total(Part.DENOMINATOR, Nature.ESTIMATED), BigDecimal.valueOf(all));
            }
        }
        if (indicator.elements().containsKey(Part.NUMERATOR)) {
            numbers.put(Slot.total(Part.NUMERATOR, Nature.ACTUAL), BigDecimal.valueOf(counted));
            if (early) {
                numbers.put(
                        Slot.total(Part.NUMERATOR, Nature.ESTIMATED), BigDecimal.valueOf(Math.min(all, counted + 1)));
            }
            if (indicator.bySex()) {
                int women = counted / 2;
                numbers.put(new Slot(Part.NUMERATOR, Breakdown.WOMEN, Nature.ACTUAL), BigDecimal.valueOf(women));
                numbers.put(
                        new Slot(Part.NUMERATOR, Breakdown.MEN, Nature.ACTUAL), BigDecimal.valueOf(counted - women));
            }
        }
        if (indicator.elements().containsKey(Part.VALUE) && indicator.computation() == Computation.AS_REPORTED) {
            BigDecimal value = new BigDecimal("1.6").setScale(1, RoundingMode.HALF_UP);
            numbers.put(Slot.total(Part.VALUE, Nature.ACTUAL), value);
            if (early) {
                numbers.put(Slot.total(Part.VALUE, Nature.ESTIMATED), value);
            }
        }
        return numbers;
    }

    private void returnOne(Cast cast, String username) {
        RoundId round = round(cast, ReportKind.SIX_MONTH);
        SubmissionId id = submission(cast, username, round);
        Actor officer = cast.person("can-bo");
        current.as(
                officer,
                () -> reception.sendBack(
                        officer,
                        id,
                        reports.read(officer, id, null).head().version(),
                        List.of(new NewRemark(
                                "section-RESULTS", "Đề nghị nêu rõ số học viên nữ là người dân tộc thiểu số."))));
    }

    private void again(Cast cast, String username, RoundId round) {
        Actor actor = cast.person(username);
        SubmissionId id = submission(cast, username, round);
        current.as(actor, () -> {
            Reports.Report draft = reports.draft(actor, id);
            draft.content().sections().stream()
                    .filter(passage -> passage.section() == Section.RESULTS)
                    .forEach(passage -> reports.saveSection(
                            actor,
                            id,
                            Section.RESULTS,
                            passage.text() + " Trong 27 học viên nữ có 24 người dân tộc thiểu số.",
                            passage.version()));
            reports.submit(actor, id, reports.draft(actor, id).head().version());
        });
    }

    private void acceptAll(Cast cast, RoundId round) {
        Actor officer = cast.person("can-bo");
        for (String person : owing(cast, round)) {
            SubmissionId id = submission(cast, person, round);
            current.as(
                    officer,
                    () -> reception.accept(
                            officer, id, reports.read(officer, id, null).head().version()));
        }
    }

    private void consolidate(Cast cast, RoundId round) {
        Actor officer = cast.person("can-bo");
        Actor leader = cast.person("lanh-dao");
        Actor clerk = cast.person("van-thu");
        ConsolidationId id = current.as(officer, () -> {
            ConsolidationId begun = consolidations.begin(officer, round);
            consolidations.propose(
                    officer, begun, consolidations.head(officer, begun).version());
            return begun;
        });
        current.as(
                leader,
                () -> consolidations.approve(
                        leader, id, consolidations.head(leader, id).version()));
        current.as(
                clerk,
                () -> consolidations.issue(
                        clerk, id, consolidations.head(clerk, id).version(), 87, LocalDate.of(2026, 6, 5)));
        SubmissionId arrived = current.as(
                officer,
                () -> consolidations.sendUp(
                        officer, id, consolidations.head(officer, id).version()));
        Actor province = cast.person("tinh");
        current.as(
                province,
                () -> reception.accept(
                        province,
                        arrived,
                        reports.read(province, arrived, null).head().version()));
    }

    private SubmissionId submission(Cast cast, String username, RoundId round) {
        Actor actor = cast.person(username);
        UnitId unit = cast.thuongSon();
        return current.as(actor, () -> reports.begin(actor, new Owed(round, unit, actor.agency())));
    }
}
