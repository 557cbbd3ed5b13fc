package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;

/**
 * What a form is called, who is asked for it, how often and by when.
 *
 * @param owner the unit that asks, itself and those below it; null for the whole country
 * @param nameEn empty where there is no English name
 * @param levels of the units that fill it
 * @param agencyKind the kind of agency that fills it in each unit; null for the standing agency
 * @param dueDays so many days after the cut-off of the period it is due
 * @param from periods whose cut-off is on this day or later are asked for
 */
public record FormHead(
        String code,
        @Nullable UnitId owner,
        String nameVi,
        String nameEn,
        String help,
        Period.Kind periodKind,
        CutOff cutOff,
        Set<Level> levels,
        @Nullable AgencyKind agencyKind,
        int dueDays,
        LocalDate from) {

    public FormHead {
        levels = Set.copyOf(levels);
    }

    /** In the language of the page; the Vietnamese one where there is no other. */
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    public LocalDate dueOn(Period period) {
        return cutOff.to(period).plusDays(dueDays);
    }
}
