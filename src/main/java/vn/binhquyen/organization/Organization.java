package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** The door of this room: who there is, below whom, on which date. */
@Service
@Transactional
public class Organization {
    /** The unit that holds all others; it has the same name in every installation. */
    public static final UnitId NATION = new UnitId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private static final Pattern PROVINCE_CODE = Pattern.compile("[1-9]\\d{0,3}|0[1-9]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final UnitRows units;
    private final AgencyRows agencies;
    private final AgencyTimeRows times;
    private final AgencyMergeRows merges;
    private final CountryRows country;
    private final AuditLog audit;
    private final Clock clock;

    Organization(
            JdbcClient jdbc,
            UnitRows units,
            AgencyRows agencies,
            AgencyTimeRows times,
            AgencyMergeRows merges,
            CountryRows country,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.agencies = agencies;
        this.times = times;
        this.merges = merges;
        this.country = country;
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

    /** The units whose place this one took until today, the latest to end first. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<FormerUnit> formerOf(UnitId unit) {
        return units.former(unit, today());
    }

    /** The units whose place one above this one took until today, the latest to end first. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public List<FormerUnit> formerAbove(UnitId unit) {
        return units.formerAbove(unit, today());
    }

    /** Whether a list of the unit can hold anything of other units that had ended by the day. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public boolean hasFormer(UnitId unit, Reach reach, LocalDate on) {
        return units.hasFormer(unit, reach, on);
    }

    /** The last day of a unit, passed or to come; empty while no end is known. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(UnitId unit) {
        return units.lastDay(unit);
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

    /** The agencies of a unit on a day, under the names that they bore then. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<Agency> agenciesNamed(UnitId unit, LocalDate on) {
        return times.named(unit, on);
    }

    /** Other names under which documents of that day speak of the agencies of a unit. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Map<AgencyId, List<String>> aliasesIn(UnitId unit, LocalDate on) {
        return times.aliases(unit, on);
    }

    /** The agency that coordinated the programme in the unit on the day. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public Optional<Agency> standingAgency(UnitId unit, LocalDate on) {
        return agencies.standing(unit, on);
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
        return times.aliases(unit, today());
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
        if (!units.livesFrom(unit.parent(), unit.from())) {
            throw new Refused(
                    "organization.parent-not-there", parent.name(), unit.from().format(DAY));
        }
        if (unit.level() == Level.PROVINCE
                && !PROVINCE_CODE.matcher(unit.code()).matches()) {
            throw new Refused("organization.province-code-not-a-number");
        }
        if (units.codeTaken(unit.code(), unit.level(), unit.from())) {
            throw new Refused("organization.unit-code-taken", unit.code());
        }
        UnitId id = units.insert(unit, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "founded", "unit", id, Map.of("name", unit.name(), "from", unit.from()));
        return id;
    }

    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public AgencyId found(Actor actor, NewAgency agency) {
        times.lock(agency.unit());
        refuseClash(agency.unit(), agency.name(), agency.standing(), new Term(agency.from(), null), null);
        AgencyId id = agencies.insert(agency, OffsetDateTime.now(clock), actor.account());
        times.begin(id, agency.unit(), agency.name(), agency.shortName(), agency.standing(), agency.from());
        audit.record(actor, "founded", "agency", id, Map.of("name", agency.name(), "from", agency.from()));
        return id;
    }

    /** Remembers that documents also call the agency by this name, so that the next one is matched by itself. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void addAlias(Actor actor, AgencyId agency, String alias) {
        agencies.addAlias(agency, alias);
        audit.record(actor, "alias-added", "agency", agency, Map.of("alias", alias));
    }

    /**
     * The same for a name that was in use only in a time.
     *
     * @param from null where it was always in use
     * @param lastDay null while it still is
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void addAlias(
            Actor actor, AgencyId agency, String alias, @Nullable LocalDate from, @Nullable LocalDate lastDay) {
        if (from != null && lastDay != null && lastDay.isBefore(from)) {
            throw new Refused("organization.alias-ends-before-it-begins");
        }
        agencies.addAlias(agency, alias, from, lastDay);
        audit.record(
                actor,
                "alias-added",
                "agency",
                agency,
                Map.of("alias", alias, "from", String.valueOf(from), "lastDay", String.valueOf(lastDay)));
    }

    /** Forgets another name that proved wrong; an unknown one is forgotten already. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void removeAlias(Actor actor, AgencyId agency, String alias) {
        if (agencies.removeAlias(agency, alias)) {
            audit.record(actor, "alias-removed", "agency", agency, Map.of("alias", alias));
        }
    }

    /**
     * Renames or describes an agency anew. Documents of before speak of it by its old name, which stays that of its time.
     *
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void change(Actor actor, AgencyId id, AgencyChange change) {
        times.lock(agencies.one(id).unit());
        Agency before = agencies.one(id);
        agencies.requireVersion(id, change.version());
        boolean renamed =
                !change.name().equals(before.name()) || !Objects.equals(change.shortName(), before.shortName());
        boolean later = renamed && rename(before, change);
        agencies.update(
                id,
                change,
                later ? before.name() : change.name(),
                later ? before.shortName() : change.shortName(),
                OffsetDateTime.now(clock),
                actor.account());
        audit.recordChange(
                actor,
                "changed",
                "agency",
                id,
                new FieldChanges()
                        .add("name", before.name(), change.name())
                        .add("shortName", before.shortName(), change.shortName())
                        .add("kind", before.kind(), change.kind())
                        .all(),
                Map.of(
                        "since",
                        change.from() == null ? "correction" : change.from().toString()));
    }

    /** @return whether the day of the new name is still to come */
    private boolean rename(Agency before, AgencyChange change) {
        Term term = agencies.term(before.id());
        LocalDate presentFrom = times.presentNameFrom(before.id(), today());
        LocalDate from = change.from() == null ? presentFrom : change.from();
        if (from.isBefore(presentFrom)) {
            throw new Refused("organization.renamed-before-last-name", presentFrom.format(DAY));
        }
        LocalDate coming = times.comingNameFrom(before.id(), presentFrom).orElse(null);
        if (coming != null && !from.equals(presentFrom)) {
            throw new Refused("organization.name-coming", times.name(before.id(), coming), coming.format(DAY));
        }
        Term named = new Term(from, coming == null ? term.lastDay() : coming.minusDays(1));
        if (term.lastDay() != null && term.lastDay().isBefore(from)) {
            throw new Refused("organization.renamed-after-end", term.lastDay().format(DAY));
        }
        refuseClash(before.unit(), change.name(), false, named, before.id());
        agencies.removeAlias(before.id(), change.name());
        if (from.equals(presentFrom)) {
            times.correct(before.id(), from, change.name(), change.shortName());
            return false;
        }
        times.rename(before.id(), before.unit(), change.name(), change.shortName(), named);
        return from.isAfter(today());
    }

    /**
     * Takes a name back whose day has not come; the name of today goes on.
     *
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void takeBackName(Actor actor, AgencyId id, long version) {
        times.lock(agencies.one(id).unit());
        Agency agency = agencies.one(id);
        agencies.requireVersion(id, version);
        Term term = agencies.term(id);
        LocalDate coming = times.comingNameFrom(id, times.presentNameFrom(id, today()))
                .orElseThrow(() -> new Refused("organization.name-not-coming"));
        String name = times.name(id, coming);
        refuseClash(agency.unit(), agency.name(), false, new Term(coming, term.lastDay()), id);
        times.takeBackName(id, coming, term.lastDay());
        agencies.updateTerm(id, term, version, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "name-taken-back", "agency", id, Map.of("name", name, "from", coming));
    }

    /**
     * Ends an agency on its last day. It stays in everything that it did until then, and takes no new work after.
     *
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void end(Actor actor, AgencyId id, LocalDate lastDay, long version) {
        UnitId unit = agencies.one(id).unit();
        times.lock(unit);
        agencies.requireVersion(id, version);
        Term term = agencies.term(id);
        if (lastDay.isBefore(term.from())) {
            throw new Refused("organization.ends-before-it-begins", term.from().format(DAY));
        }
        refuseMerged(id);
        LocalDate lastNameFrom = times.lastNameFrom(id);
        if (lastDay.isBefore(lastNameFrom)) {
            times.comingNameFrom(id, times.presentNameFrom(id, today())).ifPresent(coming -> {
                throw new Refused("organization.name-coming", times.name(id, coming), coming.format(DAY));
            });
            throw new Refused("organization.ends-before-its-name", lastNameFrom.format(DAY));
        }
        times.standingFromAfter(id, lastDay).forEach(from -> times.takeBackStanding(unit, id, from));
        times.endWith(id, lastDay);
        agencies.updateTerm(id, new Term(term.from(), lastDay), version, OffsetDateTime.now(clock), actor.account());
        times.takeEffect(unit, today());
        audit.record(actor, "ended", "agency", id, Map.of("lastDay", lastDay));
    }

    /**
     * Takes an ending back.
     *
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void resume(Actor actor, AgencyId id, long version) {
        times.lock(agencies.one(id).unit());
        Agency agency = agencies.one(id);
        agencies.requireVersion(id, version);
        refuseMerged(id);
        Term whole = new Term(agencies.term(id).from(), null);
        Term named = new Term(times.lastNameFrom(id), null);
        refuseClash(agency.unit(), agency.name(), false, named, id);
        if (agency.standing() && agencies.standingTaken(agency.unit(), named, id)) {
            throw new Refused("organization.standing-agency-exists");
        }
        times.endWith(id, null);
        agencies.updateTerm(id, whole, version, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "resumed", "agency", id, Map.of());
    }

    private void refuseMerged(AgencyId id) {
        if (merges.mergedInto(id).isPresent()) {
            throw new Refused("organization.merge.already");
        }
    }

    private void refuseClash(UnitId unit, String name, boolean standing, Term term, @Nullable AgencyId except) {
        if (agencies.nameTaken(unit, name, term, except)) {
            throw new Refused("organization.agency-name-taken", name);
        }
        if (standing && agencies.standingTaken(unit, term, except)) {
            throw new Refused("organization.standing-agency-exists");
        }
    }

    /** The nation and its People's Committee-like head body: the root of everything, made once on an empty database. */
    public UnitId foundNation(Actor actor, String name, LocalDate from) {
        boolean empty = jdbc.sql("select not exists (select 1 from unit)")
                .query(Boolean.class)
                .single();
        if (!empty) {
            throw new Refused("organization.nation-exists");
        }
        UnitId id = NATION;
        units.insertNation(id, name, from, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "founded", "unit", id, Map.of("name", name));
        return id;
    }

    /** Whether the real country was loaded; an installation from before it could be has not. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public boolean hasCountry() {
        return country.isLoaded();
    }

    /**
     * Loads the real country, before and after the reform of 1 July 2025, below the nation; does nothing where that was
     * done.
     */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public void loadCountry(Actor actor, UnitId nation) {
        if (units.one(nation).level() != Level.NATION) {
            throw new Refused("organization.not-the-nation");
        }
        if (country.isLoaded()) {
            return;
        }
        country.inTheWay().ifPresent(names -> {
            throw new Refused("organization.country-in-the-way", names);
        });
        Country lives = Country.read();
        country.load(nation, lives, today(), OffsetDateTime.now(clock), actor.account());
        audit.record(
                actor,
                "country-loaded",
                "unit",
                nation,
                Map.of(
                        "units",
                        lives.lives().size(),
                        "successions",
                        lives.successions().size()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
