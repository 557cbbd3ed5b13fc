package vn.binhquyen.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;

/** A unit that has ended, beside what was made in it. */
public record FormerUnit(UnitId id, String name, LocalDate lastDay) {
    /** The columns that {@link #of} reads, of a unit under the name {@code former}; null where none has ended. */
    public static final String COLUMNS =
            " former.id as former_id, former.name as former_name, upper(former.valid_during) - 1 as former_last_day ";

    /** Null where the row's unit has not ended. */
    public static @Nullable FormerUnit of(ResultSet row) throws SQLException {
        UUID id = row.getObject("former_id", UUID.class);
        return id == null
                ? null
                : new FormerUnit(
                        new UnitId(id),
                        row.getString("former_name"),
                        row.getObject("former_last_day", LocalDate.class));
    }
}
