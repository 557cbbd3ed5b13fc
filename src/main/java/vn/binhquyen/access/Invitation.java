package vn.binhquyen.access;

import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/**
 * A person who was asked to open an account.
 *
 * @param expiresAt until when the code counts; null where none was made yet
 * @param account what was opened; null until then
 */
public record Invitation(
        InvitationId id,
        Person person,
        @Nullable String position,
        AgencyId agency,
        String agencyName,
        UnitId unit,
        String unitName,
        short province,
        Set<Role> roles,
        State state,
        AccountId by,
        String byName,
        OffsetDateTime at,
        @Nullable OffsetDateTime expiresAt,
        @Nullable AccountId account) {
    public enum State {
        /** Nobody was told yet: there is no code. */
        WAITING,
        SENT,
        PRINTED,
        /** The mail server did not take the letter. */
        FAILED,
        EXPIRED,
        ACCEPTED,
        REVOKED;

        public boolean isOpen() {
            return this != ACCEPTED && this != REVOKED;
        }
    }

    public Place place() {
        return new Place(unit, agency);
    }

    /** Whether its code would be taken now. */
    boolean isTaken() {
        return switch (state) {
            case SENT, PRINTED, FAILED -> true;
            case WAITING, EXPIRED, ACCEPTED, REVOKED -> false;
        };
    }
}
