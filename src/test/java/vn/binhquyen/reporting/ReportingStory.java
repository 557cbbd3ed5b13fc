package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.PlanId;

/** Walks reports through their states by the façades, as their people would. */
@TestComponent
public class ReportingStory {
    private final Reports reports;
    private final Reception reception;
    private final Consolidations consolidations;
    private final CurrentActor current;
    private final JdbcClient jdbc;

    ReportingStory(
            Reports reports,
            Reception reception,
            Consolidations consolidations,
            CurrentActor current,
            JdbcClient jdbc) {
        this.reports = reports;
        this.reception = reception;
        this.consolidations = consolidations;
        this.current = current;
        this.jdbc = jdbc;
    }

    public RoundId round(PlanId plan, ReportKind kind) {
        return rounds(plan, kind).getFirst();
    }

    List<RoundId> rounds(PlanId plan, ReportKind kind) {
        return jdbc.sql("""
            select id from reporting_round where plan_id = :plan and kind = :kind and not withdrawn order by period_start
            """)
                .param("plan", plan.value())
                .param("kind", kind.name())
                .query((row, n) -> RoundId.of(row.getString(1)))
                .list();
    }

    public SubmissionId begin(Actor officer, RoundId round) {
        return current.as(officer, () -> reports.begin(officer, new Owed(round, officer.unit(), officer.agency())));
    }

    public Reports.Report draft(Actor officer, SubmissionId id) {
        return current.as(officer, () -> reports.draft(officer, id));
    }

    /** Writes numbers, by the names of their slots, to the figure at the index. */
    void figure(Actor officer, SubmissionId id, int index, Map<String, String> numbers) {
        Figure figure = draft(officer, id).content().figures().get(index);
        Map<Slot, @Nullable BigDecimal> slots = new HashMap<>();
        numbers.forEach((slot, number) -> slots.put(Slot.of(slot), new BigDecimal(number)));
        current.as(
                officer,
                () -> reports.saveFigure(officer, id, figure.indicator().id(), slots, "Sổ theo dõi", figure.version()));
    }

    public void section(Actor officer, SubmissionId id, Section section, String text) {
        long version = draft(officer, id).content().sections().stream()
                .filter(passage -> passage.section() == section)
                .findFirst()
                .orElseThrow()
                .version();
        current.as(officer, () -> reports.saveSection(officer, id, section, text, version));
    }

    static Map<String, String> ratio(int numerator, int women, int men, int denominator) {
        return Map.of(
                "NUMERATOR-TOTAL-ACTUAL", String.valueOf(numerator),
                "NUMERATOR-WOMEN-ACTUAL", String.valueOf(women),
                "NUMERATOR-MEN-ACTUAL", String.valueOf(men),
                "DENOMINATOR-TOTAL-ACTUAL", String.valueOf(denominator));
    }

    void submit(Actor officer, SubmissionId id) {
        long version = draft(officer, id).head().version();
        current.as(officer, () -> reports.submit(officer, id, version));
    }

    /** A complete report: every figure with a note or numbers, and results in words. */
    public SubmissionId sent(Actor officer, RoundId round, Map<Integer, Map<String, String>> figures, String results) {
        SubmissionId id = begin(officer, round);
        List<Figure> owed = draft(officer, id).content().figures();
        for (int i = 0; i < owed.size(); i++) {
            figure(officer, id, i, figures.getOrDefault(i, Map.of()));
        }
        section(officer, id, Section.RESULTS, results);
        submit(officer, id);
        return id;
    }

    public void accept(Actor receiver, SubmissionId id) {
        long version = head(receiver, id).version();
        current.as(receiver, () -> reception.accept(receiver, id, version));
    }

    void sendBack(Actor receiver, SubmissionId id, NewRemark... remarks) {
        long version = head(receiver, id).version();
        current.as(receiver, () -> reception.sendBack(receiver, id, version, List.of(remarks)));
    }

    ReportHead head(Actor reader, SubmissionId id) {
        return current.as(reader, () -> reports.read(reader, id, null)).head();
    }

    public ConsolidationId consolidate(Actor receiver, RoundId round) {
        return current.as(receiver, () -> consolidations.begin(receiver, round));
    }

    ConsolidatedReport consolidated(Actor reader, ConsolidationId id) {
        return current.as(reader, () -> consolidations.read(reader, id));
    }

    public void approve(Actor receiver, Actor leader, ConsolidationId id) {
        current.as(
                receiver,
                () -> consolidations.propose(
                        receiver, id, consolidations.head(receiver, id).version()));
        current.as(
                leader,
                () -> consolidations.approve(
                        leader, id, consolidations.head(leader, id).version()));
    }

    public void issue(Actor clerk, ConsolidationId id, int number) {
        current.as(
                clerk,
                () -> consolidations.issue(
                        clerk, id, consolidations.head(clerk, id).version(), number, LocalDate.of(2026, 6, 12)));
    }

    SubmissionId sendUp(Actor receiver, ConsolidationId id) {
        return current.as(
                receiver,
                () -> consolidations.sendUp(
                        receiver, id, consolidations.head(receiver, id).version()));
    }

    List<String> reporterNames(RoundId round) {
        return jdbc.sql("""
            select name from round_reporter join agency on agency.id = agency_id where round_id = :round order by name
            """)
                .param("round", round.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    int rounds(UnitId unit) {
        return jdbc.sql("select count(*) from reporting_round where unit_id = :unit and not withdrawn")
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }
}
