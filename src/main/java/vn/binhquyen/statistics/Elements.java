package vn.binhquyen.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** The countable things, as forms, formulas and imports look them up. */
@Service
@Transactional(readOnly = true)
public class Elements {
    private static final String COLUMNS = """
        select key, code, unit_id, name, coalesce(name_en, '') as name_en, unit, kind, over_time, over_units,
               sensitive or (part = 'VALUE' and exists (
                   select 1
                     from indicator
                     join data_element term on position(term.code in concat_ws(' ', numerator, denominator)) > 0
                    where indicator.id = data_element.indicator_id and term.sensitive)) as sensitive
          from data_element
        """;

    private final JdbcClient jdbc;

    Elements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the codes that are known, in no order. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<DataElement> withCodes(Collection<String> codes) {
        return jdbc.sql(COLUMNS + "where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Elements::element)
                .list();
    }

    /** Those of the keys, in no order. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<DataElement> withKeys(Collection<Integer> keys) {
        return jdbc.sql(COLUMNS + "where key = any(:keys)")
                .param("keys", keys.toArray(Integer[]::new))
                .query(Elements::element)
                .list();
    }

    static DataElement element(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("unit_id", UUID.class);
        return new DataElement(
                row.getInt("key"),
                row.getString("code"),
                owner == null ? null : new UnitId(owner),
                row.getString("name"),
                Objects.requireNonNull(row.getString("name_en")),
                row.getString("unit"),
                DataElement.Kind.valueOf(row.getString("kind")),
                DataElement.OverTime.valueOf(row.getString("over_time")),
                DataElement.OverUnits.valueOf(row.getString("over_units")),
                row.getBoolean("sensitive"));
    }
}
