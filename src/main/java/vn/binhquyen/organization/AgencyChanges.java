package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;
import vn.binhquyen.kernel.AgencyMergeParticipant.Following;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** What changes between agencies of a unit: who coordinates the programme, and which two records are one agency. */
@Service
@Transactional
public class AgencyChanges {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AgencyRows agencies;
    private final AgencyTimeRows times;
    private final AgencyMergeRows merges;
    private final ObjectProvider<AgencyMergeParticipant> participants;
    private final AuditLog audit;
    private final Clock clock;

    AgencyChanges(
            AgencyRows agencies,
            AgencyTimeRows times,
            AgencyMergeRows merges,
            ObjectProvider<AgencyMergeParticipant> participants,
            AuditLog audit,
            Clock clock) {
        this.agencies = agencies;
        this.times = times;
        this.merges = merges;
        this.participants = participants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the agency the standing one of its unit from the day on, which may be to come; the one that was stops on the
     * eve.
     *
     * @param seen the mark of the unit's standing agencies as the actor saw them
     * @throws Conflict where somebody else handed the role on since
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void appointStanding(Actor actor, AgencyId id, LocalDate from, String seen) {
        Agency agency = locked(id, seen);
        Term term = agencies.term(id);
        if (from.isBefore(term.from())) {
            throw new Refused(
                    "organization.standing-before-founding", term.from().format(DAY));
        }
        if (term.lastDay() != null && term.lastDay().isBefore(from)) {
            throw new Refused("organization.standing-after-end", term.lastDay().format(DAY));
        }
        if (times.isStanding(id, from)) {
            throw new Refused("organization.standing-already");
        }
        refuseTakenOver(agency, from);
        times.appoint(agency.unit(), id, new Term(from, term.lastDay()));
        times.takeEffect(agency.unit(), LocalDate.now(clock));
        audit.record(actor, "made-standing", "agency", id, Map.of("name", agency.name(), "from", from));
    }

    /**
     * From the day on, which may be to come, the unit has no standing agency.
     *
     * @throws Conflict where somebody else handed the role on since
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void relieveStanding(Actor actor, AgencyId id, LocalDate from, String seen) {
        Agency agency = locked(id, seen);
        if (!times.isStanding(id, from)) {
            throw new Refused("organization.not-standing-then");
        }
        refuseTakenOver(agency, from);
        times.relieve(agency.unit(), from);
        times.takeEffect(agency.unit(), LocalDate.now(clock));
        audit.record(actor, "relieved-of-standing", "agency", id, Map.of("name", agency.name(), "from", from));
    }

    /**
     * Takes an appointment back whose day has not come; who has the role until then keeps it.
     *
     * @param from the day from which the agency was to have the role
     * @throws Conflict where somebody else handed the role on since
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void takeBackStanding(Actor actor, AgencyId id, LocalDate from, String seen) {
        Agency agency = locked(id, seen);
        if (!times.standingFromAfter(id, LocalDate.now(clock)).contains(from)) {
            throw new Refused("organization.standing-not-coming");
        }
        times.takeBackStanding(agency.unit(), id, from);
        audit.record(actor, "standing-taken-back", "agency", id, Map.of("name", agency.name(), "from", from));
    }

    /** The agency that the record stands for today: itself, or the one that it was merged into. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Agency survivor(AgencyId id) {
        return agencies.one(merges.mergedInto(id).orElse(id));
    }

    /** What would happen; nothing does. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public AgencyMergePreview preview(AgencyId duplicate, AgencyId survivor) {
        Agency ends = agencies.one(duplicate);
        Agency stays = agencies.one(survivor);
        check(ends, stays);
        List<Following> following = participants.stream()
                .flatMap(room -> room.following(duplicate, survivor).stream())
                .filter(kind -> kind.count() > 0)
                .toList();
        return new AgencyMergePreview(ends, stays, following);
    }

    /**
     * Makes two records of one agency one. The duplicate ends and points to the survivor, its names become other names of
     * the survivor, and what is still open in other rooms goes on there. Nothing is deleted.
     *
     * @param version the version of the duplicate that the actor saw
     * @throws Conflict where somebody else changed it since
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void merge(Actor actor, AgencyId duplicate, AgencyId survivor, long version) {
        Agency ends = locked(duplicate);
        Agency stays = agencies.one(survivor);
        check(ends, stays);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("name", ends.name());
        detail.put("into", stays.name());
        detail.put("survivor", survivor.toString());
        for (AgencyMergeParticipant room : participants) {
            room.following(duplicate, survivor).forEach(kind -> detail.put(kind.kind(), kind.count()));
        }
        merges.merge(duplicate, survivor, LocalDate.now(clock), version, OffsetDateTime.now(clock), actor.account());
        participants.forEach(room -> room.follow(duplicate, survivor, actor));
        audit.record(actor, "merged", "agency", duplicate, detail);
    }

    private void check(Agency ends, Agency stays) {
        if (ends.id().equals(stays.id())) {
            throw new Refused("organization.merge.into-itself");
        }
        if (!ends.unit().equals(stays.unit())) {
            throw new Refused("organization.merge.of-two-units");
        }
        if (merges.mergedInto(ends.id()).isPresent()) {
            throw new Refused("organization.merge.already");
        }
        LocalDate lastDay = agencies.term(stays.id()).lastDay();
        if (lastDay != null && lastDay.isBefore(LocalDate.now(clock))) {
            throw new Refused("organization.merge.into-ended", lastDay.format(DAY));
        }
    }

    private Agency locked(AgencyId id) {
        times.lock(agencies.one(id).unit());
        return agencies.one(id);
    }

    private Agency locked(AgencyId id, String seen) {
        Agency agency = locked(id);
        if (!times.standingMark(agency.unit()).equals(seen)) {
            throw new Conflict("standing agency of unit", agency.unit());
        }
        return agency;
    }

    private void refuseTakenOver(Agency agency, LocalDate from) {
        Optional<LocalDate> later = times.takenOverFrom(agency.unit(), agency.id(), from);
        if (later.isPresent()) {
            throw new Refused("organization.standing-taken-over", later.get().format(DAY));
        }
    }
}
