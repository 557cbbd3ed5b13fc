package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The catalogue of what kinds of agencies there are at each level in each time; kept by administrators. */
@Service
@Transactional
public class AgencyTypes {
    public static final int PAGE = 50;
    private static final int EXPORT = 10_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final AgencyTypeRows rows;
    private final AuditLog audit;
    private final Clock clock;

    AgencyTypes(AgencyTypeRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a level on a day, in the order of the administration. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<AgencyType> of(Level level, LocalDate on) {
        return rows.of(level, on);
    }

    /** A page of fifty and one more where there are more. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<KeptType> page(AgencyTypeFilter filter) {
        return rows.find(filter, PAGE + 1);
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<KeptType> export(AgencyTypeFilter filter) {
        return rows.find(filter, EXPORT);
    }

    /** @throws NotFound where there is no such entry */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public KeptType one(AgencyTypeId id) {
        return rows.one(id);
    }

    /** @throws Refused where the code has an entry in this time already */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public AgencyTypeId add(Actor actor, AgencyType type) {
        check(type);
        if (rows.isTaken(type, null)) {
            throw new Refused("agency-type.taken", type.code());
        }
        AgencyTypeId id = rows.insert(type, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "added", "agency-type", id, Map.of("entry", type.toString()));
        return id;
    }

    /**
     * @throws Conflict where somebody else changed it since the actor saw it
     * @throws Refused where the code has another entry in this time
     */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void change(Actor actor, AgencyTypeId id, AgencyType type, long version) {
        check(type);
        if (rows.isTaken(type, id)) {
            throw new Refused("agency-type.taken", type.code());
        }
        AgencyType before = rows.one(id).type();
        rows.update(id, type, version, OffsetDateTime.now(clock), actor.account());
        audit.recordChange(
                actor,
                "changed",
                "agency-type",
                id,
                FieldChanges.between(before, type).all());
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void remove(Actor actor, AgencyTypeId id, long version) {
        AgencyType type = rows.one(id).type();
        rows.delete(id, version);
        audit.record(actor, "removed", "agency-type", id, Map.of("entry", type.toString()));
    }

    private static void check(AgencyType type) {
        if (!CODE.matcher(type.code()).matches()) {
            throw new Refused("agency-type.code.wrong");
        }
        if (type.from() != null && type.lastDay() != null && type.lastDay().isBefore(type.from())) {
            throw new Refused("agency-type.ends-before-it-begins");
        }
        if (type.standing() && !type.typical()) {
            throw new Refused("agency-type.standing-not-typical");
        }
    }
}
