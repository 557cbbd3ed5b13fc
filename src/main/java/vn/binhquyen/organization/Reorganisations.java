package vn.binhquyen.organization;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.EndingSource;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;

/** Changes of units: proposed, looked at, decided for a day of the past or the future, taken back before they hold. */
@Service
@Transactional
public class Reorganisations {
    private final ReorganisationRules rules;
    private final ReorganisationRows rows;
    private final UnitRows units;
    private final StatesOfToday statesOfToday;
    private final ObjectProvider<AffectedSource> affected;
    private final ObjectProvider<EndingSource> endings;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    Reorganisations(
            ReorganisationRules rules,
            ReorganisationRows rows,
            UnitRows units,
            StatesOfToday statesOfToday,
            ObjectProvider<AffectedSource> affected,
            ObjectProvider<EndingSource> endings,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.units = units;
        this.statesOfToday = statesOfToday;
        this.affected = affected;
        this.endings = endings;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a change for looking at; nothing changes yet.
     *
     * @param keeper the unit that holds all units of the change
     */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public ReorganisationId propose(Actor actor, UnitId keeper, Reorganisation change) {
        rules.check(keeper, change);
        ReorganisationId id = rows.insert(keeper, change, now(), actor.account());
        audit.record(actor, "proposed", "reorganisation", id, detail(change));
        return id;
    }

    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public Proposal proposal(ReorganisationId id) {
        return rows.one(id);
    }

    /** The changes of units below this one, the latest first; discarded ones are left out. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<Proposal> within(UnitId unit) {
        return rows.within(unit);
    }

    /** How much hangs on the units that change and on all below them, room by room. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<AffectedSource.Affected> effects(ReorganisationId id) {
        List<UnitId> touched = rows.withDescendants(rows.one(id).change().from());
        return affected.orderedStream()
                .flatMap(source -> source.affectedBy(touched).stream())
                .toList();
    }

    /** What ends with the units that the change ends, room by room. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<EndingSource.Ending> ending(ReorganisationId id) {
        Reorganisation change = rows.one(id).change();
        return change.kind() == Kind.MERGE || change.kind() == Kind.SPLIT
                ? endings.orderedStream()
                        .flatMap(source -> source.endingWith(change.from()).stream())
                        .toList()
                : List.of();
    }

    /** The units below those that end, which will stand below their successor; for a split below its first one. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<Unit> moving(ReorganisationId id) {
        Reorganisation change = rows.one(id).change();
        return change.kind() == Kind.MERGE || change.kind() == Kind.SPLIT
                ? change.from().stream()
                        .flatMap(unit -> rows.children(unit, change.on()).stream())
                        .map(units::one)
                        .toList()
                : List.of();
    }

    /**
     * Decides the change; it holds from its day on, which may have passed.
     *
     * @param version of the proposal that the actor saw
     * @throws Conflict where somebody else dealt with it since
     */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public void decide(Actor actor, ReorganisationId id, long version) {
        Proposal proposal = in(Proposal.State.PROPOSED, id, version);
        Reorganisation change = proposal.change();
        rows.lock(involved(change));
        rules.check(proposal.keeper(), change);
        try {
            carryOut(proposal, actor);
        } catch (DataIntegrityViolationException overlap) {
            throw new Refused("reorganise.overlap");
        }
        rows.become(proposal, Proposal.State.DECIDED, now(), actor.account());
        audit.record(actor, "decided", "reorganisation", id, detail(change));
        if (!change.on().isAfter(today())) {
            statesOfToday.takeEffect();
        }
        events.publishEvent(new UnitsReorganised(involved(change), change.on()));
    }

    /**
     * Takes a decided change back, as long as its day has not come and nothing was built upon it.
     *
     * @throws Conflict where somebody else dealt with it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public void undo(Actor actor, ReorganisationId id, long version) {
        Proposal proposal = in(Proposal.State.DECIDED, id, version);
        if (!proposal.change().on().isAfter(today())) {
            throw new Refused("reorganise.in-effect");
        }
        rows.lock(involved(proposal.change()));
        if (rows.builtUpon(proposal)) {
            throw new Refused("reorganise.built-upon");
        }
        rows.undo(proposal, now(), actor.account());
        rows.become(proposal, Proposal.State.UNDONE, now(), actor.account());
        audit.record(actor, "undone", "reorganisation", id, detail(proposal.change()));
        events.publishEvent(new UnitsReorganised(
                involved(proposal.change()), proposal.change().on()));
    }

    /**
     * Lets a proposal drop.
     *
     * @throws Conflict where somebody else dealt with it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public void discard(Actor actor, ReorganisationId id, long version) {
        Proposal proposal = in(Proposal.State.PROPOSED, id, version);
        rows.become(proposal, Proposal.State.DISCARDED, now(), actor.account());
        audit.record(actor, "discarded", "reorganisation", id, Map.of());
    }

    private void carryOut(Proposal proposal, Actor actor) {
        Reorganisation change = proposal.change();
        Unit first = units.one(change.from().getFirst());
        UnitId above = Objects.requireNonNull(first.parent(), "the nation is no part of a change");
        switch (change.kind()) {
            case MERGE, SPLIT -> replace(proposal, actor, first.level(), above);
            case RENAME, RELEVEL -> {
                rows.change(proposal.id(), first.id(), change.to().getFirst(), rules.level(change), above, change.on());
                rows.succeed(proposal, first.id(), first.id(), change.kind().name(), null);
            }
            case MOVE -> move(proposal, first.id(), Objects.requireNonNull(change.parent()));
        }
    }

    /** Some end, others begin or go on; what stood below those that end stands below the first successor. */
    private void replace(Proposal proposal, Actor actor, Level level, UnitId above) {
        Reorganisation change = proposal.change();
        List<UnitId> children = change.from().stream()
                .flatMap(unit -> rows.children(unit, change.on()).stream())
                .toList();
        change.from().forEach(unit -> rows.end(unit, change.on(), now(), actor.account()));
        List<UnitId> successors = new ArrayList<>();
        for (Successor to : change.to()) {
            UnitId existing = to.existing();
            successors.add(
                    existing == null
                            ? rows.begin(proposal.id(), to, level, above, change.on(), now(), actor.account())
                            : existing);
        }
        children.forEach(child -> move(proposal, child, successors.getFirst()));
        for (UnitId from : change.from()) {
            for (int i = 0; i < successors.size(); i++) {
                rows.succeed(
                        proposal,
                        from,
                        successors.get(i),
                        change.kind().name(),
                        change.kind() == Kind.MERGE
                                ? BigDecimal.ONE
                                : change.to().get(i).share());
            }
        }
    }

    private void move(Proposal proposal, UnitId unit, UnitId parent) {
        rows.change(
                proposal.id(),
                unit,
                null,
                units.one(unit).level(),
                parent,
                proposal.change().on());
        rows.succeed(proposal, unit, unit, Kind.MOVE.name(), null);
    }

    private Proposal in(Proposal.State state, ReorganisationId id, long version) {
        Proposal proposal = rows.locked(id);
        if (proposal.version() != version) {
            throw new Conflict("reorganisation", id);
        }
        if (proposal.state() != state) {
            throw new Refused("reorganise.state." + proposal.state());
        }
        return proposal;
    }

    private static List<UnitId> involved(Reorganisation change) {
        List<UnitId> involved = new ArrayList<>(change.from());
        change.to().stream().map(Successor::existing).filter(Objects::nonNull).forEach(involved::add);
        return involved;
    }

    private Map<String, Object> detail(Reorganisation change) {
        return Map.of(
                "kind",
                change.kind(),
                "on",
                change.on(),
                "from",
                change.from().stream().map(unit -> units.one(unit).name()).toList());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
