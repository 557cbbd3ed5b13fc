package vn.binhquyen.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Element;
import vn.binhquyen.statistics.Indicator.Part;

/** The indicators that are known: those of the national strategy and the local ones that plans brought in. */
@Service
@Transactional
public class Catalogue {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    Catalogue(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The measures of the national strategy, in its order. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<Indicator> national() {
        return withElements(jdbc.sql("select * from indicator where collection = 'NQ28' order by place")
                .query(Catalogue::bare)
                .list());
    }

    /** The named ones among the ids, catalogue first, in its order; two queries. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<Indicator> indicators(Collection<IndicatorId> ids) {
        return withElements(jdbc.sql("select * from indicator where id = any(:ids) order by code is null, place, key")
                .param("ids", ids.stream().map(IndicatorId::value).toArray(UUID[]::new))
                .query(Catalogue::bare)
                .list());
    }

    /** The measure of the strategy with the code. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Optional<IndicatorId> withCode(String code) {
        return jdbc.sql("select id from indicator where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .map(IndicatorId::new);
    }

    /** Takes a local indicator in, with the things that are counted for it; the same origin gives the same one again. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public IndicatorId register(Actor actor, LocalIndicator local) {
        Optional<IndicatorId> known = jdbc.sql("select id from indicator where origin = :origin")
                .param("origin", local.origin())
                .query(UUID.class)
                .optional()
                .map(IndicatorId::new);
        if (known.isPresent()) {
            return known.get();
        }
        IndicatorId id = insert(local);
        audit.record(actor, "indicator-registered", "indicator", id, Map.of("name", local.name()));
        return id;
    }

    private IndicatorId insert(LocalIndicator local) {
        IndicatorId id = new IndicatorId(jdbc.sql("""
            insert into indicator
                   (origin, unit_id, field, name_vi, name_en, unit, direction, computation, per, by_sex, binds)
            values (:origin, :owner, :field, :name, :name, :unit, :direction, :computation, :per, :bySex, '{}')
            returning id
            """)
                .param("origin", local.origin())
                .param("owner", local.unit().value())
                .param("field", local.field())
                .param("name", local.name())
                .param("unit", local.measure())
                .param("direction", local.direction().name())
                .param("computation", local.computation().name())
                .param("per", local.per())
                .param("bySex", local.bySex())
                .query(UUID.class)
                .single());
        for (Part part : parts(local.computation())) {
            boolean given = part == Part.VALUE;
            jdbc.sql("""
                insert into data_element (indicator_id, part, name, code, unit_id, kind, over_time, over_units)
                values (:indicator, :part, :name, 'DP-' || right(:indicator::text, 12) || '.' || left(:part, 3), :owner,
                        :kind, :overTime, :overUnits)
                """)
                    .param("indicator", id.value())
                    .param("part", part.name())
                    .param("name", local.name())
                    .param("owner", local.unit().value())
                    .param("kind", given ? "MEASURE" : "COUNT")
                    .param("overTime", given ? "LAST" : "SUM")
                    .param("overUnits", given ? "NONE" : "SUM")
                    .update();
        }
        jdbc.sql("""
            update indicator
               set numerator = (select code from data_element
                                 where indicator_id = :indicator and part in ('NUMERATOR', 'VALUE') order by part limit 1),
                   denominator = (select code from data_element where indicator_id = :indicator and part = 'DENOMINATOR')
             where id = :indicator
            """).param("indicator", id.value()).update();
        return id;
    }

    private static List<Part> parts(Computation computation) {
        return switch (computation) {
            case RATIO -> List.of(Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE);
            case COUNT -> List.of(Part.NUMERATOR);
            case AS_REPORTED -> List.of(Part.VALUE);
            case NARRATIVE -> List.of();
        };
    }

    private List<Indicator> withElements(List<Indicator> bare) {
        record Owned(UUID indicator, Element element) {}
        Map<UUID, List<Element>> elements = jdbc
                .sql("select indicator_id, key, part, name from data_element where indicator_id = any(:ids) order"
                        + " by key")
                .param("ids", bare.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query((row, n) -> new Owned(
                        row.getObject("indicator_id", UUID.class),
                        new Element(row.getInt("key"), Part.valueOf(row.getString("part")), row.getString("name"))))
                .list()
                .stream()
                .collect(groupingBy(Owned::indicator, mapping(Owned::element, toList())));
        return bare.stream()
                .map(one -> new Indicator(
                        one.id(),
                        one.code(),
                        one.field(),
                        one.nameVi(),
                        one.nameEn(),
                        one.unit(),
                        one.direction(),
                        one.computation(),
                        one.per(),
                        one.bySex(),
                        one.binds(),
                        elements.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static Indicator bare(ResultSet row, int n) throws SQLException {
        @Nullable String code = row.getString("code");
        return new Indicator(
                new IndicatorId(row.getObject("id", UUID.class)),
                code,
                row.getString("field"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("unit"),
                Direction.valueOf(row.getString("direction")),
                Computation.valueOf(row.getString("computation")),
                row.getBigDecimal("per"),
                row.getBoolean("by_sex"),
                strings(row.getArray("binds")),
                List.of());
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
