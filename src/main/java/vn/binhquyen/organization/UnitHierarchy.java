package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;

/** Says whether one unit lies within another: what the enforcement of rights itself has to ask, before any right is known. */
@Component
public class UnitHierarchy {
    private final UnitRows units;
    private final Clock clock;

    UnitHierarchy(UnitRows units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Whether the unit, or one that took its place since, is the other or below it. */
    public boolean isWithin(UnitId unit, UnitId ancestor) {
        return units.isOrBecameWithin(unit, ancestor, LocalDate.now(clock));
    }

    /** Whether the unit, or one that took its place since, is the other or stands above it. */
    public boolean isOver(UnitId unit, UnitId below) {
        return units.isOrBecameOver(unit, below, LocalDate.now(clock));
    }

    /** Whether the actor is of the unit, or of one that took its place since. */
    public boolean isOwn(Actor actor, UnitId unit) {
        return isOrBecame(unit, actor.unit());
    }

    /** Whether the unit is the other, or the other took its place since. */
    public boolean isOrBecame(UnitId unit, UnitId other) {
        return unit.equals(other) || units.became(unit, other, LocalDate.now(clock));
    }
}
