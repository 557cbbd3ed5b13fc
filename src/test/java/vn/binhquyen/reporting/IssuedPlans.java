package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.Province;

/** Writes and issues invented plans that ask for reports. */
@TestComponent
public class IssuedPlans {
    private final Plans plans;
    private final CurrentActor current;

    IssuedPlans(Plans plans, CurrentActor current) {
        this.plans = plans;
        this.current = current;
    }

    /** A plan put together agency by agency. */
    public final class Draft {
        private final Map<AgencyId, PlanItem.Party> parties = new LinkedHashMap<>();
        private final List<PlanItem.Indicator> indicators = new ArrayList<>();
        private final List<PlanItem.Task> tasks = new ArrayList<>();
        private final List<PlanItem.ReportingDuty> duties = new ArrayList<>();
        private int from = 2026;
        private int to = 2026;
        private @Nullable PlanId parent;
        private String title = "Thực hiện công tác bình đẳng giới";

        Draft years(int from, int to) {
            this.from = from;
            this.to = to;
            return this;
        }

        public Draft titled(String title) {
            this.title = title;
            return this;
        }

        Draft under(PlanId parent) {
            this.parent = parent;
            return this;
        }

        private UUID party(AgencyId agency) {
            return parties.computeIfAbsent(
                            agency,
                            id -> new PlanItem.Party(
                                    UUID.randomUUID(),
                                    "Cơ quan " + parties.size(),
                                    PlanItem.PartyKind.AGENCY,
                                    false,
                                    List.of(id),
                                    null))
                    .id();
        }

        public Draft indicator(
                @Nullable String catalogue, String text, String unit, boolean persons, AgencyId... owners) {
            return indicator(
                    catalogue, text, persons, unit.isEmpty() ? List.of() : List.of(target(null, unit, null)), owners);
        }

        /** One sentence that sets two targets, each with its own measure of the catalogue. */
        Draft indicatorOfTwo(String first, String firstCode, String second, String secondCode, AgencyId owner) {
            return indicator(
                    null,
                    first + "; " + second,
                    true,
                    List.of(target(first, "%", firstCode), target(second, "%", secondCode)),
                    owner);
        }

        private PlanItem.Target target(@Nullable String what, String unit, @Nullable String catalogue) {
            return new PlanItem.Target(
                    UUID.randomUUID(),
                    what,
                    Comparator.AT_LEAST,
                    new BigDecimal("80"),
                    null,
                    unit,
                    null,
                    to,
                    null,
                    catalogue,
                    null);
        }

        private Draft indicator(
                @Nullable String catalogue,
                String text,
                boolean persons,
                List<PlanItem.Target> targets,
                AgencyId... owners) {
            indicators.add(new PlanItem.Indicator(
                    UUID.randomUUID(),
                    String.valueOf(indicators.size() + 1),
                    text,
                    Direction.UP,
                    catalogue,
                    persons,
                    targets,
                    List.of(owners).stream().map(this::party).toList(),
                    null));
            return this;
        }

        public Draft task(String text, AgencyId lead) {
            tasks.add(new PlanItem.Task(
                    UUID.randomUUID(),
                    null,
                    text,
                    null,
                    TaskKind.ONCE,
                    null,
                    LocalDate.of(2026, 11, 30),
                    party(lead),
                    List.of(),
                    false,
                    null));
            return this;
        }

        public Draft report(PlanItem.ReportKind kind, @Nullable String dueOn, @Nullable AgencyId to, AgencyId... from) {
            duties.add(new PlanItem.ReportingDuty(
                    UUID.randomUUID(),
                    kind,
                    dueOn == null ? null : PartialDate.parse(dueOn),
                    false,
                    List.of(from).stream().map(this::party).toList(),
                    null,
                    to,
                    null,
                    null));
            return this;
        }

        /** Registers it as issued on 10 January 2026. */
        public PlanId issue(Actor officer, UnitId unit, int number) {
            PlanContent content = new PlanContent(
                    PlanKind.KE_HOACH,
                    title + " năm " + from,
                    new PlanContent.Period(from, to),
                    "Mẫu Sơn",
                    parent == null ? null : new PlanContent.Parent(parent, "Kế hoạch của tỉnh"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new PlanItem.Objective(
                            UUID.randomUUID(), "1", "Trong đời sống gia đình", indicators, null)),
                    List.of(),
                    tasks,
                    List.copyOf(parties.values()),
                    List.of(),
                    duties,
                    List.of(),
                    List.of(),
                    new PlanContent.Signatory(
                            "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Triệu Văn Lâm", null));
            return current.as(officer, () -> {
                PlanId id = plans.begin(officer, new NewPlan(unit, null, "KH-UBND", content));
                long version = plans.draft(officer, id).version();
                plans.registerIssued(officer, id, version, new Numbering(number, LocalDate.of(2026, 1, 10)), null);
                return id;
            });
        }
    }

    public Draft draft() {
        return new Draft();
    }

    /** Three agencies report on two measures of the strategy, a count and a task each, before 10 June and 10 December. */
    PlanId ofCommune(Commune commune) {
        return draftOfCommune(commune).issue(commune.standingOfficer(), commune.unit(), 12);
    }

    Draft draftOfCommune(Commune commune) {
        return draft().indicator(
                        "NQ28-3.2a",
                        "Từ 80% người bị bạo lực trở lên được hỗ trợ",
                        "%",
                        true,
                        commune.police(),
                        commune.health())
                .indicator("NQ28-4.1", "Tỷ số giới tính khi sinh", "bé trai/100 bé gái", false, commune.health())
                .indicator(null, "Tổ chức ít nhất 80 buổi truyền thông", "buổi", false, commune.womensUnion())
                .task("Tiếp nhận và xử lý tin báo bạo lực gia đình", commune.police())
                .task("Tư vấn sức khỏe tiền hôn nhân", commune.health())
                .task("Tổ chức Tháng hành động vì bình đẳng giới", commune.womensUnion())
                .report(
                        PlanItem.ReportKind.SIX_MONTH,
                        "2026-06-10",
                        null,
                        commune.police(),
                        commune.health(),
                        commune.womensUnion())
                .report(
                        PlanItem.ReportKind.YEAR,
                        "2026-12-10",
                        null,
                        commune.police(),
                        commune.health(),
                        commune.womensUnion());
    }

    /** The province asks its communes for the same six months before 15 June. */
    PlanId ofProvince(Province province) {
        return draft().indicator(
                        "NQ28-3.2a", "Từ 80% người bị bạo lực trở lên được hỗ trợ", "%", true, province.department())
                .task("Tổng hợp số liệu toàn tỉnh", province.department())
                .report(PlanItem.ReportKind.SIX_MONTH, "2026-06-15", null, province.department())
                .issue(province.consolidator(), province.unit(), 5);
    }
}
