package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;

/**
 * A form that a unit owes for a period.
 *
 * @param code of the form
 * @param agency who fills it in the unit; null where the unit has no such agency
 * @param filled how many of the cells to be filled in have a figure
 */
public record OwedForm(
        FormSheet sheet,
        String code,
        String nameVi,
        String nameEn,
        @Nullable AgencyId agency,
        @Nullable String agencyName,
        LocalDate dueOn,
        State state,
        int filled,
        int cells) {

    /** How far it has come. */
    public enum State {
        NOT_BEGUN,
        BEGUN,
        SENT
    }

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    /** The page where it is filled. */
    public String link() {
        return "/entry/" + sheet.form() + "/" + sheet.unit() + "/"
                + sheet.period().key();
    }

    public boolean isLate(LocalDate today) {
        return state != State.SENT && dueOn.isBefore(today);
    }
}
