package vn.binhquyen.committee;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.committee.CommitteeRows.Last;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** The door of this room: enters the signed decisions on a committee, one after the other. */
@Service
@Transactional
public class Committees {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CommitteeRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Committees(CommitteeRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those whom no decision has let go, whenever they enter. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<OpenSeat> seatsOf(UnitId unit) {
        return rows.open(unit);
    }

    /**
     * Enters a decision. Where one of the new members is wrong, the refusal's first argument is their place in the list.
     *
     * @throws Conflict where somebody else entered one since the actor saw the committee
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public UUID decide(Actor actor, NewDecision decision) {
        if (rows.lock(decision.unit()) != decision.version()) {
            throw new Conflict("committee", decision.unit());
        }
        checkLife(decision.validFrom(), rows.life(decision.unit()));
        checkOrder(decision, rows.lastDecision(decision.unit()));
        List<OpenSeat> open = rows.open(decision.unit());
        Set<UUID> leaving = decision.kind() == DecisionKind.DISSOLVE
                ? open.stream().map(OpenSeat::id).collect(Collectors.toSet())
                : decision.leaving();
        checkMembers(decision, open, leaving);

        OffsetDateTime now = OffsetDateTime.now(clock);
        String name =
                decision.kind() == DecisionKind.ESTABLISH ? decision.name().strip() : null;
        rows.save(decision.unit(), name, now, actor.account());
        UUID id = rows.insert(decision, now, actor.account());
        rows.close(leaving, id, decision.validFrom());
        decision.entering().forEach(seat -> rows.open(decision.unit(), seat, id, decision.validFrom()));
        audit.record(
                actor,
                "decided",
                "committee",
                decision.unit(),
                Map.of(
                        "kind", decision.kind(),
                        "symbol", decision.symbol(),
                        "validFrom", decision.validFrom(),
                        "left", names(open, leaving),
                        "entered",
                                decision.entering().stream()
                                        .map(NewSeat::person)
                                        .toList()));
        return id;
    }

    /**
     * Takes the last decision back, which was entered by mistake: who left by it stays, who entered by it never did.
     *
     * @throws Conflict where somebody else entered one since the actor saw the committee
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void takeBackLast(Actor actor, UnitId unit, long version) {
        if (rows.lock(unit) != version) {
            throw new Conflict("committee", unit);
        }
        Last last = rows.lastDecision(unit).orElseThrow(() -> new Refused("committee.none"));
        OffsetDateTime now = OffsetDateTime.now(clock);
        rows.save(unit, null, now, actor.account());
        rows.takeBack(last.id(), now);
        audit.record(
                actor,
                "took-back",
                "committee",
                unit,
                Map.of("kind", last.kind(), "validFrom", last.validFrom(), "decision", last.id()));
    }

    private static void checkLife(LocalDate from, CommitteeRows.Life unit) {
        if (unit.lastDay() != null && from.isAfter(unit.lastDay())) {
            throw new Refused("committee.unit-ended", unit.lastDay().format(DAY));
        }
        if (unit.from() != null && from.isBefore(unit.from())) {
            throw new Refused("committee.unit-not-begun", unit.from().format(DAY));
        }
    }

    private static void checkOrder(NewDecision decision, Optional<Last> last) {
        boolean stands =
                last.filter(before -> before.kind() != DecisionKind.DISSOLVE).isPresent();
        if (decision.kind() == DecisionKind.ESTABLISH && stands) {
            throw new Refused("committee.stands");
        }
        if (decision.kind() != DecisionKind.ESTABLISH && !stands) {
            throw new Refused("committee.none");
        }
        if (decision.validFrom().isBefore(decision.signedOn())) {
            throw new Refused("committee.valid-before-signed");
        }
        LocalDate before = last.map(Last::validFrom).orElse(null);
        if (before != null && !decision.validFrom().isAfter(before)) {
            throw new Refused("committee.not-after-last", before.format(DAY));
        }
    }

    private void checkMembers(NewDecision decision, List<OpenSeat> open, Set<UUID> leaving) {
        if (decision.kind() == DecisionKind.DISSOLVE) {
            if (!decision.entering().isEmpty()) {
                throw new Refused("committee.dissolved-with-members");
            }
            return;
        }
        if (decision.kind() == DecisionKind.ESTABLISH && decision.entering().isEmpty()) {
            throw new Refused("committee.nobody");
        }
        if (decision.entering().isEmpty() && leaving.isEmpty()) {
            throw new Refused("committee.nothing-changes");
        }
        if (!open.stream().map(OpenSeat::id).collect(Collectors.toSet()).containsAll(leaving)) {
            throw new Refused("committee.left-already");
        }
        Set<String> present = new HashSet<>();
        boolean headed = false;
        for (OpenSeat seat : open) {
            if (!leaving.contains(seat.id())) {
                present.add(key(seat.person(), seat.agency()));
                headed |= seat.role() == SeatRole.HEAD;
            }
        }
        for (int i = 0; i < decision.entering().size(); i++) {
            NewSeat seat = decision.entering().get(i);
            if (seat.role() == SeatRole.HEAD && headed) {
                throw new Refused("committee.two-heads", i);
            }
            headed |= seat.role() == SeatRole.HEAD;
            if (!present.add(key(
                    seat.person(), seat.agency() == null ? null : seat.agency().value()))) {
                throw new Refused("committee.twice", i, seat.person());
            }
            checkPlace(decision, seat, i);
        }
    }

    private void checkPlace(NewDecision decision, NewSeat seat, int place) {
        if (seat.agency() != null && !rows.isAgencyOf(decision.unit(), seat.agency(), decision.validFrom())) {
            throw new Refused(
                    "committee.agency-not-then", place, decision.validFrom().format(DAY));
        }
        if (seat.account() != null && !rows.isAccountOf(decision.unit(), seat.agency(), seat.account())) {
            throw new Refused("committee.account-elsewhere", place, seat.person());
        }
    }

    private static String key(String person, @Nullable UUID agency) {
        return person.toLowerCase(Locale.ROOT) + "|" + agency;
    }

    private static List<String> names(List<OpenSeat> seats, Set<UUID> which) {
        return seats.stream()
                .filter(seat -> which.contains(seat.id()))
                .map(OpenSeat::person)
                .toList();
    }
}
