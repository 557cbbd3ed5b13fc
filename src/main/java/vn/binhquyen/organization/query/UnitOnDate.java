package vn.binhquyen.organization.query;

import java.time.LocalDate;
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
    static UnitOnDate of(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        java.util.UUID parent = row.getObject("parent_id", java.util.UUID.class);
        return new UnitOnDate(
                new UnitId(row.getObject("unit_id", java.util.UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                Level.valueOf(row.getString("level")),
                parent == null ? null : new UnitId(parent),
                row.getShort("province_id"));
    }

    /** The day before which the record knows no changes: who asks for an earlier one gets what held on it. */
    public static final LocalDate RECORD_BEGINS = LocalDate.of(2025, 3, 1);
}
