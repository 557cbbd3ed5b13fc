package vn.binhquyen.committee.query;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.kernel.AgencyId;

/**
 * A member on a day.
 *
 * @param seat names the membership
 * @param agency the agency that the member stands for, under its name of that day; null for a leader of the unit itself
 * @param hasAccount whether an account is linked, so that a change is noticed
 * @param lastDay null while no decision ends it
 * @param vacancy null where the seat is taken
 */
public record Member(
        UUID seat,
        String person,
        @Nullable String position,
        @Nullable AgencyId agency,
        @Nullable String agencyName,
        boolean hasAccount,
        SeatRole role,
        LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable Vacancy vacancy) {}
