package vn.binhquyen.statistics.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.DataElement.OverTime;
import vn.binhquyen.statistics.DataElement.OverUnits;

/** The rows of the countable things. */
@Component
class ElementRows {
    private final JdbcClient jdbc;

    ElementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Kept<ElementDraft> one(ElementId id) {
        return jdbc.sql("""
            select element.*, unit.name as owner_name
              from data_element element
              left join unit on unit.id = unit_id
             where element.id = :id
            """)
                .param("id", id.value())
                .query(ElementRows::kept)
                .optional()
                .orElseThrow(() -> new NotFound("element", id));
    }

    boolean isTaken(String code) {
        return jdbc.sql("select exists (select from data_element where lower(code) = lower(:code))")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Empty where somebody else has just taken the code. */
    Optional<ElementId> insert(ElementDraft draft, @Nullable UnitId owner) {
        return bind(jdbc.sql("""
            insert into data_element
                   (code, unit_id, collection, name, name_en, unit, kind, over_time, over_units, sensitive, verified, note)
            values (:code, :owner, :set, :nameVi, :nameEn, :unit, :kind, :overTime, :overUnits, :sensitive, :verified, :note)
            on conflict (code) do nothing
            returning id
            """), draft)
                .param("owner", owner == null ? null : owner.value())
                .query(UUID.class)
                .optional()
                .map(ElementId::new);
    }

    void update(ElementId id, ElementDraft draft, long version) {
        int updated = bind(jdbc.sql("""
            update data_element
               set collection = :set, name = :nameVi, name_en = :nameEn, unit = :unit, kind = :kind, over_time = :overTime,
                   over_units = :overUnits, sensitive = :sensitive, verified = :verified, note = :note,
                   version = version + 1
             where id = :id and version = :version and code = :code
            """), draft)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("element", id);
        }
    }

    void retire(ElementId id, @Nullable LocalDate on, long version) {
        int updated = jdbc.sql("""
            update data_element set retired_on = :on, version = version + 1 where id = :id and version = :version
            """)
                .param("on", on)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("element", id);
        }
    }

    boolean hasFigures(ElementId id) {
        return jdbc.sql("""
            select exists (select from data_value
                            where element_key = (select key from data_element where id = :id)
                              and nature in ('A', 'E')
                              and province_id in (select province_id from unit where level in ('NATION', 'PROVINCE')))
            """).param("id", id.value()).query(Boolean.class).single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ElementDraft draft) {
        return statement
                .param("code", draft.code())
                .param("set", draft.set().name())
                .param("nameVi", draft.nameVi())
                .param("nameEn", draft.nameEn())
                .param("unit", draft.unit())
                .param("kind", draft.kind().name())
                .param("overTime", draft.overTime().name())
                .param("overUnits", draft.overUnits().name())
                .param("sensitive", draft.sensitive())
                .param("verified", draft.verified())
                .param("note", draft.note());
    }

    static Kept<ElementDraft> kept(ResultSet row, int n) throws SQLException {
        @Nullable String english = row.getString("name_en");
        return new Kept<>(
                new ElementDraft(
                        row.getString("code"),
                        CatalogueSet.valueOf(row.getString("collection")),
                        row.getString("name"),
                        english == null ? "" : english,
                        row.getString("unit"),
                        Kind.valueOf(row.getString("kind")),
                        OverTime.valueOf(row.getString("over_time")),
                        OverUnits.valueOf(row.getString("over_units")),
                        row.getBoolean("sensitive"),
                        row.getBoolean("verified"),
                        row.getString("note")),
                owner(row),
                row.getString("owner_name"),
                row.getLong("version"),
                row.getObject("retired_on", LocalDate.class));
    }

    static @Nullable UnitId owner(ResultSet row) throws SQLException {
        UUID owner = row.getObject("unit_id", UUID.class);
        return owner == null ? null : new UnitId(owner);
    }
}
