package vn.binhquyen.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;

/** Who an account is, for the ways in: asked before anybody is signed in, so no right stands before it. */
@Component
@Transactional(readOnly = true)
public class Identities {
    private final AccountRows rows;
    private final SeatRows seats;

    Identities(AccountRows rows, SeatRows seats) {
        this.rows = rows;
        this.seats = seats;
    }

    /** The account, where its person may sign in. */
    public Optional<Account> open(AccountId id) {
        return rows.find(id).filter(Account::mayAct);
    }

    /** The account of that user name, where its person may sign in. */
    public Optional<Account> open(String username) {
        return rows.named(username).filter(Account::mayAct);
    }

    /**
     * Whose token it is that opens now, also where its person may not sign in. Without a transaction of its own, which would be
     * most of the work of what every request with a token comes by.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Bearer> bearing(byte[] tokenHash, OffsetDateTime now) {
        return rows.bearing(tokenHash, now);
    }

    public Optional<String> passwordHash(AccountId id) {
        return rows.passwordHash(id);
    }

    /** Who is signed in, as they are now: in the place that was chosen, else the first of today's; nobody without one. */
    public Optional<SignedIn> present(SignedIn before) {
        List<Seat> today = seats.of(before.actor().account());
        return today.stream()
                .filter(before::sitsIn)
                .findFirst()
                .or(() -> today.stream().findFirst())
                .map(seat -> new SignedIn(seat.actor(), seat.delegation()));
    }
}
