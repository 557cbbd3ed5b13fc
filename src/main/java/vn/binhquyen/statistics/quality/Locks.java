package vn.binhquyen.statistics.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Sheet;

/**
 * Keeps the official figures of a period as they are, from a day on, in a unit and below it; one unit may be excepted until
 * a day. {@link LockedFigures} stands before every write.
 */
@Service
@Transactional
public class Locks {
    private static final int PAGE = 25;
    private static final int EXPORT = 5_000;

    private final LockRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Locks(LockRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that concern the actor's unit or one below it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public LockPage page(Actor actor, LockFilter filter) {
        return rows.page(actor.unit(), filter, PAGE);
    }

    /** All of them for a spreadsheet; at most 5 000. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<PeriodLock> export(Actor actor, LockFilter filter) {
        return rows.page(actor.unit(), filter, EXPORT).locks();
    }

    /** @throws NotFound where there is no such lock */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public PeriodLock one(PeriodLockId id) {
        return rows.one(id);
    }

    /** The forms that can be locked in the actor's unit: code and name, those that are asked for there or below. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<String, String> forms(Actor actor) {
        return rows.forms(actor.unit());
    }

    /** The units at or below the lock's that are called so, by code or name; at most two. */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<UnitId> named(PeriodLockId id, String nameOrCode) {
        return rows.named(id, nameOrCode);
    }

    /** The lock that stands on the sheet today; empty where its unit may write. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Optional<PeriodLock> over(Sheet sheet) {
        return rows.over(sheet.unitKey(), sheet.period(), today());
    }

    /** @throws Refused where the unit has such a lock already */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public PeriodLockId lock(Actor actor, NewLock lock) {
        if (rows.isLocked(lock)) {
            throw new Refused("quality.lock.already");
        }
        PeriodLockId id = rows.insert(lock, now(), actor.account());
        audit.record(
                actor,
                "locked",
                "period-lock",
                id,
                Map.of(
                        "unit",
                        lock.unit(),
                        "period",
                        lock.period().key(),
                        "form",
                        lock.form() == null ? "" : lock.form(),
                        "from",
                        lock.from(),
                        "reason",
                        lock.reason()));
        return id;
    }

    /** @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void unlock(Actor actor, PeriodLockId id, String reason, long version) {
        rows.lift(id, reason, version, now(), actor.account());
        audit.record(actor, "unlocked", "period-lock", id, Map.of("reason", reason));
    }

    /** @throws Refused where the unit does not stand below the lock, or its last day is over */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void except(Actor actor, PeriodLockId id, NewException exception) {
        PeriodLock lock = rows.one(id);
        if (lock.lifted() != null) {
            throw new Refused("quality.lock.lifted");
        }
        if (!rows.isWithin(exception.unit(), lock.unit())) {
            throw new Refused("quality.lock.unit.elsewhere");
        }
        if (exception.lastDay().isBefore(today())) {
            throw new Refused("quality.lock.last-day.over");
        }
        rows.except(id, exception, now(), actor.account());
        audit.record(
                actor,
                "excepted",
                "period-lock",
                id,
                Map.of("unit", exception.unit(), "lastDay", exception.lastDay(), "reason", exception.reason()));
    }

    /** @throws NotFound where the lock has no such exception any more */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void takeBack(Actor actor, PeriodLockId id, UUID exception) {
        if (!rows.takeBack(id, exception, now(), actor.account())) {
            throw new NotFound("exception", exception);
        }
        audit.record(actor, "exception-taken-back", "period-lock", id, Map.of("exception", exception));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
