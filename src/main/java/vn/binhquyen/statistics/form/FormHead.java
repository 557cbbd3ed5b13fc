package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;

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
        LocalDate from)
        implements Located {

    public FormHead {
        levels = Set.copyOf(levels);
        if (cutOff == CutOff.ADMINISTRATIVE && !periodKind.isAdministrative()) {
            throw new IllegalArgumentException("No administrative report covers a " + periodKind);
        }
    }

    /** With the unit that asks; what is asked of the whole country stands with the nation. */
    @Override
    public Place place() {
        return Place.of(owner == null ? Organization.NATION : owner);
    }

    /** In the language of the page; the Vietnamese one where there is no other. */
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }

    public LocalDate dueOn(Period period) {
        return cutOff.to(period).plusDays(dueDays);
    }

    FormHead from(LocalDate day) {
        return new FormHead(code, owner, nameVi, nameEn, help, periodKind, cutOff, levels, agencyKind, dueDays, day);
    }

    /** The first day of the period after the one of today, or after its own first day where that is still to come. */
    LocalDate nextFrom(LocalDate today) {
        return cutOff.from(Period.containing(periodKind, from.isAfter(today) ? from : today)
                .next());
    }
}
