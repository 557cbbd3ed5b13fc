package vn.binhquyen.statistics;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.statistics.quality.LockedFigures.Look;

/**
 * Puts figures where they stand and into the record, for the services that have let people in: those of one person, or of many
 * at the same moment. As many statements for one figure as for all forms of a country.
 */
@Component
public class FigureWriting {
    private static final String FIGURES = """
        with act as materialized (
            select nextval('data_entry_key')::integer as key, act.*
              from unnest(:provinces::smallint[], :units::int[], :periods::int[], :reporters::int[], :statuses::"char"[],
                          :origins::uuid[], :people::uuid[], :changes::uuid[], :reasons::text[], :imported::boolean[])
                   with ordinality
                   as act (province_id, unit_key, period_key, reporter_key, status, origin, by, change_id, reason, imported,
                           place)
        ), entry as (
            insert into data_entry (province_id, key, origin, at, by, change_id, reason, imported)
            select province_id, key, origin, :now, by, change_id, reason, imported from act
        ), given as (
            select act.*, element_key, nature, breakdown_key, number
              from unnest(:places::int[], :elements::int[], :natures::"char"[], :breakdowns::int[], :numbers::numeric[])
                   as given (place, element_key, nature, breakdown_key, number)
              join act using (place)
        ), look as (
            insert into finding_due (province_id, unit_key, period_key)
            select province_id, unit_key, period_key from act where reporter_key = 0
        ), sum as (
            insert into rollup_due (province_id, element_key, period_key)
            select distinct province_id, element_key, period_key from given where reporter_key = 0
        ), put as (
            insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                    reporter_key, value, status, entry_key)
            select province_id, unit_key, element_key, period_key, nature, breakdown_key,
                   reporter_key, number, status, key
              from given
             where number is not null
             order by province_id, nature, period_key, element_key, unit_key, breakdown_key
            on conflict (province_id, nature, element_key, period_key, unit_key, breakdown_key, reporter_key)
            do update set value = excluded.value, status = excluded.status, entry_key = excluded.entry_key
            returning new.*, old.value as was, old.status as was_status, old.entry_key as was_entry
        ), gone as (
            delete from data_value figure
             using given
             where number is null and figure.province_id = given.province_id and figure.nature = given.nature
               and figure.element_key = given.element_key and figure.period_key = given.period_key
               and figure.unit_key = given.unit_key and figure.breakdown_key = given.breakdown_key
               and figure.reporter_key = given.reporter_key
            returning figure.*, key
        ), former as (
            select province_id, unit_key, element_key, period_key, nature, breakdown_key, reporter_key,
                   was as value, was_status as status, was_entry as entry_key, entry_key as replacing_key
              from put
             where was <> value
             union all
            select province_id, unit_key, element_key, period_key, nature, breakdown_key, reporter_key,
                   value, status, entry_key, key
              from gone
        ), kept as (
            insert into data_value_history (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                            reporter_key, value, status, entry_key, replaced_at, replaced_by,
                                            replacing_key)
            select former.province_id, former.unit_key, element_key, former.period_key, nature, breakdown_key,
                   former.reporter_key, value, former.status, entry_key, :now, by, replacing_key
              from former
              join act on act.key = replacing_key
        )
        select count(*)::integer from put where was is not null
        """;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    FigureWriting(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What one act puts on one sheet; what is not named stays.
     *
     * @param address from which the actor asked; null for work without a request
     * @param numbers null takes the figure away
     */
    public record Written(
            Actor actor,
            @Nullable String address,
            Look look,
            Values.Act act,
            ValueStatus status,
            Map<Cell, @Nullable BigDecimal> numbers) {
        private Sheet sheet() {
            return look.sheet();
        }
    }

    /**
     * A figure that becomes another one or is taken away goes into the history; the sums of the province no longer hold and the
     * sheet has to be looked at. Contributions are in neither.
     *
     * @throws vn.binhquyen.kernel.Refused where a sheet holds official figures and they are locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Written> all) {
        put(all);
        audit.record(all.stream().map(FigureWriting::deed).toList());
    }

    /**
     * As {@link #write}, for who puts all of it into the record at once.
     *
     * @return how many of the figures stood there before, whatever they were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int put(List<Written> all) {
        all.forEach(one -> one.look()
                .requireOpen(one.numbers().keySet().stream().map(Cell::element).toList()));
        List<Written> full =
                all.stream().filter(one -> !one.numbers().isEmpty()).toList();
        return full.isEmpty() ? 0 : putFull(full);
    }

    private static AuditLog.Deed deed(Written one) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("unit", one.sheet().unitKey());
        detail.put("period", one.sheet().period().start());
        detail.put("figures", one.numbers().size());
        String reason = one.act().reason();
        if (reason != null) {
            detail.put("reason", reason);
        }
        return new AuditLog.Deed(
                one.actor(),
                reason == null ? "figures-written" : "figures-corrected",
                "sheet",
                one.act().origin(),
                detail,
                one.address());
    }

    /** A figure, and the place of its act among all. */
    private record Given(int place, Cell cell, @Nullable BigDecimal number) {}

    private int putFull(List<Written> all) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int place = i + 1;
            all.get(i).numbers().forEach((cell, number) -> given.add(new Given(place, cell, number)));
        }
        return jdbc.sql(FIGURES)
                .param("provinces", column(all, one -> one.sheet().province(), Short[]::new))
                .param("units", column(all, one -> one.sheet().unitKey(), Integer[]::new))
                .param("periods", column(all, one -> one.sheet().period().key(), Integer[]::new))
                .param("reporters", column(all, one -> one.sheet().reporterKey(), Integer[]::new))
                .param("statuses", column(all, one -> one.status().letter(), String[]::new))
                .param("origins", column(all, one -> one.act().origin(), UUID[]::new))
                .param("people", column(all, one -> one.actor().account().value(), UUID[]::new))
                .param("changes", column(all, one -> one.act().change(), UUID[]::new))
                .param("reasons", column(all, one -> one.act().reason(), String[]::new))
                .param("imported", column(all, one -> one.act().imported(), Boolean[]::new))
                .param("places", column(given, Given::place, Integer[]::new))
                .param("elements", column(given, one -> one.cell().element(), Integer[]::new))
                .param("natures", column(given, one -> one.cell().nature().letter(), String[]::new))
                .param("breakdowns", column(given, one -> one.cell().breakdown().key(), Integer[]::new))
                .param("numbers", column(given, Given::number, BigDecimal[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(Integer.class)
                .single();
    }
}
