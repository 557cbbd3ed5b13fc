package vn.binhquyen.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;

/** Contents of invented plans for tests. */
public final class SampleContents {
    private SampleContents() {}

    /** A small complete plan of 2026 with one indicator, three tasks, a duty and three parties. */
    public static PlanContent small(AgencyId culture, AgencyId police, List<AgencyId> villages) {
        var cultureParty = party("Phòng Văn hóa – Xã hội", PlanItem.PartyKind.AGENCY, false, List.of(culture));
        var policeParty = party("Công an xã", PlanItem.PartyKind.AGENCY, false, List.of(police));
        var group = party("Các thôn trên địa bàn", PlanItem.PartyKind.GROUP, false, villages);
        var objective = new PlanItem.Objective(
                UUID.randomUUID(),
                "1",
                "Trong lĩnh vực chính trị",
                List.of(new PlanItem.Indicator(
                        UUID.randomUUID(),
                        "1",
                        "Đến năm 2026, từ 60% cơ quan trở lên có lãnh đạo chủ chốt là nữ.",
                        Direction.UP,
                        null,
                        true,
                        List.of(target(Comparator.AT_LEAST, "60", 2026)),
                        List.of(cultureParty.id()),
                        null)),
                null);
        var solutions = new PlanItem.TaskGroup(UUID.randomUUID(), "1", "Truyền thông", null);
        return new PlanContent(
                PlanKind.KE_HOACH,
                "Thực hiện công tác bình đẳng giới năm 2026 trên địa bàn xã Mẫu Sơn",
                new PlanContent.Period(2026, 2026),
                "Mẫu Sơn",
                null,
                List.of(new PlanItem.LegalBasis(
                        UUID.randomUUID(),
                        "Nghị quyết",
                        "28/NQ-CP",
                        PartialDate.parse("2021-03-03"),
                        "Chính phủ",
                        "ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030",
                        false,
                        new PlanItem.At(3, 1, 20))),
                List.of(new PlanItem.Statement(UUID.randomUUID(), "Thu hẹp khoảng cách giới trên địa bàn xã.", null)),
                List.of(new PlanItem.Statement(UUID.randomUUID(), "Bám sát chỉ tiêu được giao.", null)),
                List.of(objective),
                List.of(solutions),
                List.of(
                        task(
                                solutions.id(),
                                "Tổ chức Tháng hành động vì bình đẳng giới năm 2026.",
                                objective.id(),
                                TaskKind.ONCE,
                                LocalDate.of(2026, 12, 15),
                                cultureParty.id(),
                                List.of(policeParty.id(), group.id())),
                        task(
                                null,
                                "Tiếp nhận và xử lý tin báo bạo lực gia đình.",
                                null,
                                TaskKind.STANDING,
                                null,
                                policeParty.id(),
                                List.of()),
                        task(
                                null,
                                "Rà soát địa chỉ tin cậy tại thôn.",
                                null,
                                TaskKind.ONCE,
                                LocalDate.of(2026, 3, 31),
                                group.id(),
                                List.of())),
                List.of(cultureParty, policeParty, group),
                List.of(new PlanItem.BudgetLine(
                        UUID.randomUUID(), PlanItem.BudgetSource.STATE_BUDGET, "Từ ngân sách xã năm 2026.", null)),
                List.of(new PlanItem.ReportingDuty(
                        UUID.randomUUID(),
                        PlanItem.ReportKind.SIX_MONTH,
                        PartialDate.parse("2026-06-10"),
                        false,
                        List.of(cultureParty.id(), policeParty.id(), group.id()),
                        "UBND xã",
                        null,
                        "Phòng Văn hóa – Xã hội",
                        null)),
                List.of(new PlanItem.Event(
                        UUID.randomUUID(),
                        "Tháng hành động vì bình đẳng giới",
                        PartialDate.parse("2026-11-15"),
                        PartialDate.parse("2026-12-15"),
                        false,
                        null)),
                List.of(
                        new PlanItem.Recipient(UUID.randomUUID(), "Sở Nội vụ", "b/c", null, null),
                        new PlanItem.Recipient(UUID.randomUUID(), "Công an xã", "t/h", policeParty.id(), null)),
                new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", null, null));
    }

    public static PlanContent small() {
        return small(agency(), agency(), List.of(agency(), agency()));
    }

    static AgencyId agency() {
        return new AgencyId(UUID.randomUUID());
    }

    public static PlanItem.Party party(String name, PlanItem.PartyKind kind, boolean request, List<AgencyId> agencies) {
        return new PlanItem.Party(UUID.randomUUID(), name, kind, request, agencies, null);
    }

    public static PlanItem.Target target(Comparator comparator, String value, @Nullable Integer byYear) {
        return new PlanItem.Target(
                UUID.randomUUID(), null, comparator, new BigDecimal(value), null, "%", null, byYear, null, null, null);
    }

    public static PlanItem.Task task(
            @Nullable UUID group,
            String text,
            @Nullable UUID objective,
            TaskKind kind,
            @Nullable LocalDate dueOn,
            @Nullable UUID lead,
            List<UUID> coordinating) {
        return new PlanItem.Task(
                UUID.randomUUID(), group, text, objective, kind, null, dueOn, lead, coordinating, false, null);
    }
}
