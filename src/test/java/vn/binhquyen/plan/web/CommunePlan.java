package vn.binhquyen.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.testing.Commune;

/** What the plan of an invented commune says for 2026: as much as a real one, so that pages are seen as they will be. */
final class CommunePlan {
    static final String TITLE = "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026";
    static final String POLICE_TASK =
            "Tiếp nhận, xử lý kịp thời tin báo về bạo lực trên cơ sở giới; phối hợp bảo vệ nạn nhân.";
    static final String REVIEW_TASK = "Rà soát, kiện toàn các địa chỉ tin cậy – nhà tạm lánh tại cộng đồng.";

    private final PlanItem.Party culture;
    private final PlanItem.Party police;
    private final PlanItem.Party health;
    private final PlanItem.Party union;
    private final PlanItem.Party committee;

    private CommunePlan(Commune commune) {
        culture = party("Phòng Văn hóa – Xã hội", commune.culture());
        police = party("Công an xã", commune.police());
        health = party("Trạm Y tế", commune.health());
        union = party("Hội Liên hiệp Phụ nữ xã", commune.womensUnion());
        committee = party("Văn phòng HĐND và UBND xã", commune.committee());
    }

    static PlanContent of(Commune commune) {
        return new CommunePlan(commune).content();
    }

    private PlanContent content() {
        PlanItem.Objective politics = new PlanItem.Objective(
                UUID.randomUUID(),
                "1",
                "Trong lĩnh vực chính trị",
                List.of(
                        indicator(
                                "1.1",
                                "Tỷ lệ cơ quan, đơn vị thuộc xã có lãnh đạo chủ chốt là nữ.",
                                Direction.UP,
                                "NQ28-1.1",
                                List.of(committee.id()),
                                target(null, Comparator.AT_LEAST, "60", "%", 2026)),
                        indicator(
                                "1.2",
                                "Tỷ lệ nữ tham gia cấp ủy, đại biểu Hội đồng nhân dân xã.",
                                Direction.UP,
                                null,
                                List.of(),
                                target("cấp ủy", Comparator.AT_LEAST, "25", "%", 2026),
                                target("đại biểu HĐND", Comparator.AT_LEAST, "35", "%", 2026))),
                null);
        PlanItem.Objective work = new PlanItem.Objective(
                UUID.randomUUID(),
                "2",
                "Trong lĩnh vực kinh tế, lao động",
                List.of(
                        indicator(
                                "2.1",
                                "Giảm tỷ trọng lao động nữ làm việc trong khu vực nông nghiệp trong tổng số lao động"
                                        + " nữ có việc làm trên địa bàn.",
                                Direction.DOWN,
                                "NQ28-2.2",
                                List.of(culture.id()),
                                target(null, Comparator.LESS_THAN, "42.5", "%", 2026)),
                        indicator(
                                "2.2",
                                "Số phụ nữ được vay vốn để phát triển kinh tế hộ.",
                                Direction.UP,
                                null,
                                List.of(union.id()),
                                target(null, Comparator.AT_LEAST, "1180", "người", 2026))),
                null);
        PlanItem.Objective family = new PlanItem.Objective(
                UUID.randomUUID(),
                "3",
                "Trong đời sống gia đình và phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
                List.of(
                        indicator(
                                "3.1",
                                "Người bị bạo lực gia đình, bạo lực trên cơ sở giới được phát hiện được tiếp cận ít"
                                        + " nhất một dịch vụ hỗ trợ.",
                                Direction.UP,
                                "NQ28-3.2",
                                List.of(police.id(), health.id()),
                                target(null, Comparator.AT_LEAST, "80", "%", 2026)),
                        indicator(
                                "3.2",
                                "Tỷ số giới tính khi sinh.",
                                Direction.TOWARD,
                                "NQ28-4.1",
                                List.of(health.id()),
                                target(null, Comparator.AT_MOST, "111", "bé trai/100 bé gái", 2026))),
                null);
        PlanItem.TaskGroup talk = new PlanItem.TaskGroup(UUID.randomUUID(), "1", "Truyền thông", null);
        PlanItem.TaskGroup help = new PlanItem.TaskGroup(UUID.randomUUID(), "2", "Phòng ngừa và ứng phó", null);
        List<PlanItem.Task> tasks = new ArrayList<>(List.of(
                task(
                        talk,
                        "Tổ chức Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới.",
                        family,
                        TaskKind.ONCE,
                        LocalDate.of(2026, 12, 15),
                        culture,
                        union,
                        police,
                        health),
                task(
                        talk,
                        "Phát tin, bài về bình đẳng giới trên hệ thống truyền thanh xã, mỗi quý ít nhất 02 bài.",
                        politics,
                        TaskKind.RECURRING,
                        null,
                        culture),
                task(help, POLICE_TASK, family, TaskKind.STANDING, null, police, health),
                task(help, REVIEW_TASK, family, TaskKind.ONCE, LocalDate.of(2026, 2, 28), police, union),
                task(
                        help,
                        "Tập huấn kỹ năng sàng lọc, hỗ trợ ban đầu người bị bạo lực cho nhân viên y tế thôn.",
                        family,
                        TaskKind.ONCE,
                        LocalDate.of(2026, 4, 30),
                        health),
                task(
                        talk,
                        "Sinh hoạt câu lạc bộ “Nam giới với bình đẳng giới” tại 03 thôn.",
                        work,
                        TaskKind.ONCE,
                        LocalDate.of(2026, 6, 30),
                        union)));
        return new PlanContent(
                PlanKind.KE_HOACH,
                TITLE,
                new PlanContent.Period(2026, 2026),
                "Mẫu Sơn",
                null,
                List.of(
                        basis(
                                "Nghị quyết",
                                "28/NQ-CP",
                                "2021-03-03",
                                "Chính phủ",
                                "về Chiến lược quốc gia về bình đẳng" + " giới giai đoạn 2021 – 2030"),
                        basis("Luật", null, "2006-11-29", null, "Bình đẳng giới")),
                List.of(new PlanItem.Statement(UUID.randomUUID(), "Thu hẹp khoảng cách giới trên địa bàn xã.", null)),
                List.of(),
                List.of(politics, work, family),
                List.of(talk, help),
                tasks,
                List.of(culture, police, health, union, committee),
                List.of(new PlanItem.BudgetLine(
                        UUID.randomUUID(), PlanItem.BudgetSource.STATE_BUDGET, "Từ ngân sách xã năm 2026.", null)),
                List.of(
                        duty(PlanItem.ReportKind.SIX_MONTH, "2026-06-10"),
                        duty(PlanItem.ReportKind.YEAR, "2026-12-10"),
                        duty(PlanItem.ReportKind.AD_HOC, null)),
                List.of(new PlanItem.Event(
                        UUID.randomUUID(),
                        "Tháng hành động vì bình đẳng giới",
                        PartialDate.parse("2026-11-15"),
                        PartialDate.parse("2026-12-15"),
                        false,
                        null)),
                List.of(new PlanItem.Recipient(UUID.randomUUID(), "Sở Nội vụ", "b/c", null, null)),
                new PlanContent.Signatory(
                        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Triệu Văn Lâm", null));
    }

    private PlanItem.ReportingDuty duty(PlanItem.ReportKind kind, @Nullable String due) {
        return new PlanItem.ReportingDuty(
                UUID.randomUUID(),
                kind,
                due == null ? null : PartialDate.parse(due),
                false,
                List.of(police.id(), health.id(), union.id()),
                "UBND xã",
                null,
                null,
                null);
    }

    private static PlanItem.Party party(String name, AgencyId agency) {
        return new PlanItem.Party(UUID.randomUUID(), name, PlanItem.PartyKind.AGENCY, false, List.of(agency), null);
    }

    private static PlanItem.LegalBasis basis(
            String type, @Nullable String number, String date, @Nullable String issuer, String title) {
        return new PlanItem.LegalBasis(
                UUID.randomUUID(), type, number, PartialDate.parse(date), issuer, title, false, null);
    }

    private static PlanItem.Indicator indicator(
            String no,
            String text,
            Direction direction,
            @Nullable String catalogue,
            List<UUID> owners,
            PlanItem.Target... targets) {
        return new PlanItem.Indicator(
                UUID.randomUUID(), no, text, direction, catalogue, true, List.of(targets), owners, null);
    }

    private static PlanItem.Target target(
            @Nullable String what, Comparator comparator, String value, String unit, int byYear) {
        return new PlanItem.Target(
                UUID.randomUUID(), what, comparator, new BigDecimal(value), null, unit, null, byYear, null, null, null);
    }

    private static PlanItem.Task task(
            PlanItem.TaskGroup group,
            String text,
            PlanItem.Objective objective,
            TaskKind kind,
            @Nullable LocalDate dueOn,
            PlanItem.Party lead,
            PlanItem.Party... coordinating) {
        return new PlanItem.Task(
                UUID.randomUUID(),
                group.id(),
                text,
                objective.id(),
                kind,
                kind == TaskKind.RECURRING ? PlanItem.Frequency.QUARTER : null,
                dueOn,
                lead.id(),
                List.of(coordinating).stream().map(PlanItem.Party::id).toList(),
                false,
                null);
    }
}
