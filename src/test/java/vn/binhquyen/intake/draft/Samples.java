package vn.binhquyen.intake.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;

/** An invented commune, its agencies, and the reading of an invented plan of it. */
final class Samples {
    static final UnitId UNIT = new UnitId(UUID.randomUUID());
    static final UnitId PROVINCE = new UnitId(UUID.randomUUID());
    static final Agency COMMITTEE = agency("UBND xã Thượng Sơn", AgencyKind.PEOPLES_COMMITTEE);
    static final Agency CULTURE = agency("Phòng Văn hóa – Xã hội", AgencyKind.DEPARTMENT);
    static final Agency ECONOMY = agency("Phòng Kinh tế", AgencyKind.DEPARTMENT);
    static final Agency POLICE = agency("Công an xã", AgencyKind.POLICE);
    static final Agency HEALTH = agency("Trạm Y tế", AgencyKind.HEALTH);
    static final Agency WOMEN = agency("Hội Liên hiệp Phụ nữ xã", AgencyKind.WOMENS_UNION);
    static final Agency FRONT = agency("Ủy ban MTTQ Việt Nam xã", AgencyKind.FATHERLAND_FRONT);
    static final Agency VILLAGE_1 = agency("Thôn Nà Lầu", AgencyKind.VILLAGE);
    static final Agency VILLAGE_2 = agency("Thôn Bản Chu", AgencyKind.VILLAGE);
    static final Agency DEPARTMENT_ABOVE =
            new Agency(new AgencyId(UUID.randomUUID()), 90, PROVINCE, "Sở Nội vụ", null, AgencyKind.DEPARTMENT, true);

    private Samples() {}

    static Agency agency(String name, AgencyKind kind) {
        return new Agency(new AgencyId(UUID.randomUUID()), 1, UNIT, name, null, kind, false);
    }

    static KnownAgencies commune() {
        return new KnownAgencies(
                "xã Thượng Sơn",
                List.of(COMMITTEE, CULTURE, ECONOMY, POLICE, HEALTH, WOMEN, FRONT, VILLAGE_1, VILLAGE_2),
                Map.of(CULTURE.id(), List.of("Phòng VHXH")),
                List.of(),
                List.of(DEPARTMENT_ABOVE));
    }

    static ReadPlan.Measure measure(String what, Comparator comparator, String value, @Nullable Integer year) {
        return new ReadPlan.Measure(
                what, comparator, new BigDecimal(value), null, "%", null, year, null, null, new Place(9, 20, 4));
    }

    static ReadPlan.Indicator indicator(String no, String text, ReadPlan.Measure... measures) {
        return new ReadPlan.Indicator(no, text, Direction.UP, List.of(measures), null, new Place(9, 1, text.length()));
    }

    static ReadPlan.Assignment assignment(String agency, ReadPlan.AssignedTask... tasks) {
        return new ReadPlan.Assignment(
                agency, false, false, null, List.of(tasks), List.of(), List.of(), new Place(20, 4, agency.length()));
    }

    static ReadPlan.AssignedTask led(String text, String... with) {
        return new ReadPlan.AssignedTask(text, ReadPlan.Role.LEAD, List.of(with), new Place(21, 1, text.length()));
    }

    /** The same plan with its indicators in one list without objectives. */
    static ReadPlan flatPlan(List<ReadPlan.Assignment> assignments) {
        ReadPlan plan = plan(assignments, List.of());
        var list = plan.objectives().stream()
                .map(objective -> new ReadPlan.Objective(null, "Chỉ tiêu", objective.indicators(), objective.at()))
                .toList();
        return new ReadPlan(
                plan.source(),
                plan.documentType(),
                plan.number(),
                plan.symbol(),
                plan.issuer(),
                plan.place(),
                plan.issuedOn(),
                plan.title(),
                plan.period(),
                plan.legalBases(),
                plan.purposes(),
                plan.requirements(),
                list,
                plan.taskGroups(),
                plan.assignments(),
                plan.budget(),
                plan.reporting(),
                plan.events(),
                plan.recipients(),
                plan.signatory(),
                plan.places(),
                plan.findings());
    }

    /** A plan with the given assignments and one objective of two indicators. */
    static ReadPlan plan(List<ReadPlan.Assignment> assignments, List<ReadPlan.ReportingDuty> duties) {
        return new ReadPlan(
                new ReadPlan.Source("ke-hoach.docx", DocumentText.Format.DOCX, false, 40),
                DocumentType.KE_HOACH,
                "12",
                "KH-UBND",
                new ReadPlan.Issuer(
                        "UBND xã Thượng Sơn", Level.COMMUNE, "xã Thượng Sơn", List.of("tỉnh Minh Hà"), null),
                "Thượng Sơn",
                new PartialDate(2026, 2, 5),
                "Thực hiện công tác bình đẳng giới năm 2026 trên địa bàn xã Thượng Sơn",
                new ReadPlan.Period(2026, 2026),
                List.of(new ReadPlan.LegalBasis(
                        DocumentType.KE_HOACH,
                        "31/KH-UBND",
                        new PartialDate(2026, 1, 20),
                        "UBND tỉnh Minh Hà",
                        "Công tác bình đẳng giới năm 2026",
                        true,
                        new Place(4, 9, 25))),
                List.of("Thu hẹp khoảng cách giới."),
                List.of("Bám sát kế hoạch của tỉnh."),
                List.of(new ReadPlan.Objective(
                        "4",
                        "Trong lĩnh vực y tế",
                        List.of(
                                indicator(
                                        "1",
                                        "80% phụ nữ mang thai được khám thai; 50% được tư vấn",
                                        measure("khám thai", Comparator.AT_LEAST, "80", 2026),
                                        measure("tư vấn", Comparator.AT_LEAST, "50", 2026)),
                                indicator("2", "100% Trạm Y tế có góc tư vấn")),
                        new Place(8, 1, 20))),
                List.of(new ReadPlan.TaskGroup(
                        "1",
                        "Tuyên truyền",
                        List.of(
                                new ReadPlan.GroupTask("Đẩy mạnh tuyên truyền.", "4", new Place(12, 1, 22)),
                                new ReadPlan.GroupTask(
                                        "Tổ chức 02 lớp tập huấn trước ngày 30/6/2026.", null, new Place(13, 1, 45))),
                        new Place(11, 1, 12))),
                assignments,
                List.of(new ReadPlan.BudgetLine(
                        ReadPlan.BudgetSource.STATE_BUDGET, "Ngân sách xã.", new Place(16, 1, 13))),
                duties,
                List.of(new ReadPlan.Event(
                        "Tháng hành động",
                        new PartialDate(null, 11, 15),
                        new PartialDate(null, 12, 15),
                        true,
                        new Place(17, 1, 15))),
                List.of(
                        new ReadPlan.Recipient("Trạm Y tế", "t/h", new Place(30, 1, 9)),
                        new ReadPlan.Recipient("Lưu: VT", null, new Place(31, 1, 7))),
                new ReadPlan.Signatory(
                        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Triệu Văn Lâm", new Place(32, 1, 20)),
                Map.of(
                        "title", new Place(3, 1, 40),
                        "purposes/0", new Place(6, 1, 26),
                        "requirements/0", new Place(7, 1, 26)),
                new ArrayList<>());
    }
}
