package vn.binhquyen.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;

/** A unit that has ended, beside what was made in it; said as "xã Thượng Sơn (đến 28/02/2026)". */
public record FormerUnit(UnitId id, String name, LocalDate lastDay) implements MessageSourceResolvable {
    /** The columns that {@link #of} reads, of a unit under the name {@code former}; null where none has ended. */
    public static final String COLUMNS =
            " former.id as former_id, former.name as former_name, upper(former.valid_during) - 1 as former_last_day ";

    @Override
    public String[] getCodes() {
        return new String[] {"organization.former-unit.until"};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {name, TypedDay.show(lastDay)};
    }

    /** Null where the row's unit has not ended. */
    public static @Nullable FormerUnit of(ResultSet row) throws SQLException {
        return row.getObject("former_id") == null ? null : read(row);
    }

    /** Where only units that have ended are asked for. */
    public static FormerUnit read(ResultSet row) throws SQLException {
        return new FormerUnit(
                new UnitId(row.getObject("former_id", UUID.class)),
                row.getString("former_name"),
                row.getObject("former_last_day", LocalDate.class));
    }
}
