package vn.binhquyen.statistics.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.IndicatorId;

/** The rows of the indicators. */
@Component
class IndicatorRows {
    private final JdbcClient jdbc;

    IndicatorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Kept<IndicatorDraft> one(IndicatorId id) {
        return jdbc.sql("""
            select indicator.*, unit.name as owner_name
              from indicator
              left join unit on unit.id = unit_id
             where indicator.id = :id
            """)
                .param("id", id.value())
                .query(IndicatorRows::kept)
                .optional()
                .orElseThrow(() -> new NotFound("indicator", id));
    }

    boolean isTaken(String code) {
        return jdbc.sql("select exists (select from indicator where lower(code) = lower(:code))")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Empty where somebody else has just taken the code. */
    Optional<IndicatorId> insert(IndicatorDraft draft, @Nullable UnitId owner) {
        return bind(jdbc.sql("""
            insert into indicator
                   (code, unit_id, collection, place, field, name_vi, name_en, unit, direction, computation, per, decimals,
                    by_sex, natural_low, natural_high, numerator, denominator, definition, source, periodicity, responsible,
                    verified, binds)
            values (:code, :owner, :set, 1000, :field, :nameVi, :nameEn, :unit, :direction, :computation, :per, :decimals,
                    :bySex, :low, :high, nullif(:numerator, ''), nullif(:denominator, ''), :definition, :source,
                    :periodicity, :responsible, :verified, '{}')
            on conflict (code) do nothing
            returning id
            """), draft)
                .param("code", draft.code())
                .param("owner", owner == null ? null : owner.value())
                .query(UUID.class)
                .optional()
                .map(IndicatorId::new);
    }

    void update(IndicatorId id, IndicatorDraft draft, long version) {
        int updated = bind(jdbc.sql("""
            update indicator
               set collection = :set, field = :field, name_vi = :nameVi, name_en = :nameEn, unit = :unit,
                   direction = :direction, computation = :computation, per = :per, decimals = :decimals, by_sex = :bySex,
                   natural_low = :low, natural_high = :high, numerator = nullif(:numerator, ''),
                   denominator = nullif(:denominator, ''), definition = :definition, source = :source,
                   periodicity = :periodicity, responsible = :responsible, verified = :verified, version = version + 1
             where id = :id and version = :version
            """), draft)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("indicator", id);
        }
    }

    void retire(IndicatorId id, @Nullable LocalDate on, long version) {
        int updated = jdbc.sql("""
            update indicator set retired_on = :on, version = version + 1 where id = :id and version = :version
            """)
                .param("on", on)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("indicator", id);
        }
    }

    /** Those whose formula may name the element; whether it does is for {@link Formula} to say. */
    List<FormulaUse> naming(String element) {
        return jdbc.sql("""
            select id, code, name_vi, name_en, coalesce(numerator, '') as numerator,
                   coalesce(denominator, '') as denominator, retired_on is not null as retired
              from indicator
             where position(:element in coalesce(numerator, '') || ' ' || coalesce(denominator, '')) > 0
             order by code, key
            """)
                .param("element", element)
                .query((row, n) -> new FormulaUse(
                        new IndicatorId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("numerator"),
                        row.getString("denominator"),
                        row.getBoolean("retired")))
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, IndicatorDraft draft) {
        return statement
                .param("set", draft.set().name())
                .param("field", draft.field())
                .param("nameVi", draft.nameVi())
                .param("nameEn", draft.nameEn())
                .param("unit", draft.unit())
                .param("direction", draft.direction().name())
                .param("computation", draft.computation().name())
                .param("per", draft.per())
                .param("decimals", draft.decimals())
                .param("bySex", draft.bySex())
                .param("low", draft.naturalLow())
                .param("high", draft.naturalHigh())
                .param("numerator", draft.numerator())
                .param("denominator", draft.denominator())
                .param("definition", draft.definition())
                .param("source", draft.source())
                .param("periodicity", draft.periodicity())
                .param("responsible", draft.responsible())
                .param("verified", draft.verified());
    }

    static Kept<IndicatorDraft> kept(ResultSet row, int n) throws SQLException {
        return new Kept<>(
                new IndicatorDraft(
                        text(row, "code"),
                        CatalogueSet.valueOf(row.getString("collection")),
                        row.getString("field"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("unit"),
                        Direction.valueOf(row.getString("direction")),
                        Computation.valueOf(row.getString("computation")),
                        row.getBigDecimal("per").stripTrailingZeros(),
                        row.getInt("decimals"),
                        row.getBoolean("by_sex"),
                        row.getBigDecimal("natural_low"),
                        row.getBigDecimal("natural_high"),
                        text(row, "numerator"),
                        text(row, "denominator"),
                        row.getString("definition"),
                        row.getString("source"),
                        row.getString("periodicity"),
                        row.getString("responsible"),
                        row.getBoolean("verified")),
                ElementRows.owner(row),
                row.getString("owner_name"),
                row.getLong("version"),
                row.getObject("retired_on", LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
