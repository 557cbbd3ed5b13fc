package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.AgencyKind;

/**
 * A form in a list.
 *
 * @param ownerName of the unit that asks; null for the whole country
 * @param levels names of the levels of units that fill it, from above
 * @param rows how many lines are asked for
 */
public record FormLine(
        FormId id,
        String code,
        int edition,
        String nameVi,
        String nameEn,
        @Nullable String ownerName,
        Period.Kind periodKind,
        List<String> levels,
        @Nullable AgencyKind agencyKind,
        int rows,
        FormState state,
        LocalDate from,
        @Nullable LocalDate lastDay,
        OffsetDateTime updatedAt) {

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }
}
