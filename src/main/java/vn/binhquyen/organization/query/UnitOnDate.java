package vn.binhquyen.organization.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/**
 * What a unit was on a day.
 *
 * @param kind such as "xã"; null where it is none of the known kinds
 * @param parent null for the nation only
 * @param province the number of its province on that day, 0 for the nation
 */
public record UnitOnDate(
        UnitId id,
        String code,
        String name,
        @Nullable String kind,
        Level level,
        @Nullable UnitId parent,
        short province) {
    /** The day before which the record knows no changes: who asks for an earlier one gets what held on it. */
    public static final LocalDate RECORD_BEGINS = LocalDate.of(2025, 3, 1);

    /** The columns that a unit is made from, of {@code unit_state} under the name {@code state}. */
    static final String COLUMNS = """
        select state.unit_id, state.code, state.name, state.kind, state.level, state.parent_id, state.province_id
        """;

    static UnitOnDate of(ResultSet row, int n) throws SQLException {
        @Nullable UUID parent = row.getObject(6, UUID.class);
        return new UnitOnDate(
                new UnitId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Level.valueOf(row.getString(5)),
                parent == null ? null : new UnitId(parent),
                row.getShort(7));
    }
}
