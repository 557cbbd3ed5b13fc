package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** The door of this room: who there is, below whom, on which date. */
@Service
@Transactional
public class Organization {
    private final JdbcClient jdbc;
    private final UnitRows units;
    private final AgencyRows agencies;
    private final AuditLog audit;
    private final Clock clock;

    Organization(JdbcClient jdbc, UnitRows units, AgencyRows agencies, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.agencies = agencies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound where there is no such unit */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public Unit unit(UnitId id) {
        return units.one(id);
    }

    /** The units directly below, today, by name. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<Unit> children(UnitId parent) {
        return units.children(parent, today());
    }

    /** From the nation down to the parent of the unit. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<Unit> ancestors(UnitId id) {
        return units.ancestors(id);
    }

    /** @throws NotFound where there is no such agency */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Agency agency(AgencyId id) {
        return agencies.one(id);
    }

    /** The named ones among the ids, in no particular order; one query. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<Agency> agencies(Collection<AgencyId> ids) {
        return agencies.all(ids);
    }

    /** The agencies of a unit, today, the standing one first, then by name. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<Agency> agenciesOf(UnitId unit) {
        return agencies.of(unit, today());
    }

    /** The agency that coordinates the programme in the unit today. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Optional<Agency> standingAgency(UnitId unit) {
        return agencies.standing(unit, today());
    }

    /** The standing agencies of the units directly below, today. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<Agency> standingAgenciesBelow(UnitId unit) {
        return agencies.standingBelow(unit, today());
    }

    /** Other names under which documents speak of the agencies of a unit. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Map<AgencyId, List<String>> aliasesIn(UnitId unit) {
        return agencies.aliasesIn(unit);
    }

    /** Agencies whose name contains the words, with or without accents; at most 20. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<Agency> search(UnitId within, String words) {
        return agencies.search(within, words, today());
    }

    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public UnitId found(Actor actor, NewUnit unit) {
        Unit parent = units.one(unit.parent());
        if (unit.level().compareTo(parent.level()) <= 0) {
            throw new Refused("organization.level-not-below-parent");
        }
        UnitId id = units.insert(unit, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "founded", "unit", id, Map.of("name", unit.name(), "from", unit.from()));
        return id;
    }

    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public AgencyId found(Actor actor, NewAgency agency) {
        if (agencies.named(agency.unit(), agency.name(), agency.from()).isPresent()) {
            throw new Refused("organization.agency-name-taken", agency.name());
        }
        if (agency.standing() && agencies.standing(agency.unit(), agency.from()).isPresent()) {
            throw new Refused("organization.standing-agency-exists");
        }
        AgencyId id = agencies.insert(agency, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "founded", "agency", id, Map.of("name", agency.name(), "from", agency.from()));
        return id;
    }

    /** Remembers that documents also call the agency by this name, so that the next one is matched by itself. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void addAlias(Actor actor, AgencyId agency, String alias) {
        agencies.addAlias(agency, alias);
        audit.record(actor, "alias-added", "agency", agency, Map.of("alias", alias));
    }

    /** The nation and its People's Committee-like head body: the root of everything, made once on an empty database. */
    public UnitId foundNation(Actor actor, String name, LocalDate from) {
        boolean empty = jdbc.sql("select not exists (select 1 from unit)")
                .query(Boolean.class)
                .single();
        if (!empty) {
            throw new Refused("organization.nation-exists");
        }
        UnitId id = new UnitId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
        units.insertNation(id, name, from, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "founded", "unit", id, Map.of("name", name));
        return id;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
