package vn.binhquyen.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;

/** Refuses changes of units that can't be, each with a sentence. The database would refuse most of them too, without one. */
@Component
class ReorganisationRules {
    private static final Pattern PROVINCE_CODE = Pattern.compile("[1-9]\\d{0,3}|0[1-9]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final UnitRows units;

    ReorganisationRules(JdbcClient jdbc, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** @throws Refused where a rule speaks against it */
    void check(UnitId keeper, Reorganisation change) {
        shape(change);
        for (UnitId unit : change.from()) {
            requireWithin(keeper, unit);
            requireUnchangedSince(unit, change.on());
        }
        for (Successor to : change.to()) {
            UnitId existing = to.existing();
            if (existing == null) {
                name(to);
            } else {
                requireWithin(keeper, existing);
                if (change.from().contains(existing)) {
                    throw new Refused(
                            "reorganise.into-itself", units.one(existing).name());
                }
                requireThere(existing, change.on());
            }
        }
        levels(change);
        shares(change.to());
        codes(change);
        parent(keeper, change);
    }

    private static void shape(Reorganisation change) {
        int from = change.from().size();
        int to = change.to().size();
        if (new HashSet<>(change.from()).size() < from) {
            throw new Refused("reorganise.unit-twice");
        }
        boolean right = switch (change.kind()) {
            case MERGE ->
                to == 1 && (from > 1 || from == 1 && change.to().getFirst().existing() != null);
            case SPLIT -> from == 1 && to > 1;
            case RENAME -> from == 1 && to == 1 && change.to().getFirst().existing() == null;
            case RELEVEL ->
                from == 1
                        && to == 1
                        && change.level() != null
                        && change.to().getFirst().existing() == null;
            case MOVE -> from == 1 && to == 0 && change.parent() != null;
        };
        if (!right) {
            throw new Refused("reorganise.shape." + change.kind());
        }
        List<UnitId> existing = change.to().stream()
                .map(Successor::existing)
                .filter(Objects::nonNull)
                .toList();
        if (new HashSet<>(existing).size() < existing.size()) {
            throw new Refused("reorganise.unit-twice");
        }
    }

    private void requireWithin(UnitId keeper, UnitId unit) {
        if (unit.equals(keeper) || !units.isWithin(unit, keeper)) {
            throw new Refused(
                    "reorganise.not-below",
                    units.one(unit).name(),
                    units.one(keeper).name());
        }
    }

    /** The unit began before the day, has no end, and nothing was decided about it for the day or later. */
    private void requireUnchangedSince(UnitId unit, LocalDate on) {
        requireThere(unit, on);
        boolean later = jdbc.sql(
                        "select exists (select 1 from unit_state where unit_id = :id and lower(valid_during) >= :on)")
                .param("id", unit.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
        if (later) {
            throw new Refused("reorganise.changed-since", units.one(unit).name(), on.format(DAY));
        }
    }

    private void requireThere(UnitId unit, LocalDate on) {
        if (!units.livesFrom(unit, on)) {
            throw new Refused("reorganise.not-there", units.one(unit).name(), on.format(DAY));
        }
    }

    private static void name(Successor fresh) {
        if (fresh.name() == null || fresh.name().isBlank()) {
            throw new Refused("organization.unit.name.missing");
        }
        if (fresh.code() == null || fresh.code().isBlank()) {
            throw new Refused("organization.unit.code.missing");
        }
    }

    private void levels(Reorganisation change) {
        Level level = units.one(change.from().getFirst()).level();
        boolean mixed = change.from().stream().anyMatch(unit -> units.one(unit).level() != level)
                || change.to().stream()
                        .map(Successor::existing)
                        .filter(Objects::nonNull)
                        .anyMatch(unit -> units.one(unit).level() != level);
        if (mixed) {
            throw new Refused("reorganise.levels-differ");
        }
    }

    private static void shares(List<Successor> successors) {
        BigDecimal known = BigDecimal.ZERO;
        for (Successor to : successors) {
            BigDecimal share = to.share();
            if (share != null) {
                if (share.signum() <= 0) {
                    throw new Refused("reorganise.share-not-positive");
                }
                known = known.add(share);
            }
        }
        if (known.compareTo(BigDecimal.ONE) > 0) {
            throw new Refused(
                    "reorganise.shares-over-the-whole",
                    known.movePointRight(2).stripTrailingZeros().toPlainString());
        }
    }

    private void codes(Reorganisation change) {
        Level level = level(change);
        Set<String> codes = new HashSet<>();
        for (Successor to : change.to()) {
            String code = to.code();
            if (to.existing() != null || code == null) {
                continue;
            }
            if (level == Level.PROVINCE && !PROVINCE_CODE.matcher(code).matches()) {
                throw new Refused("organization.province-code-not-a-number");
            }
            if (!codes.add(code) || taken(code, level, change)) {
                throw new Refused("organization.unit-code-taken", code);
            }
        }
    }

    Level level(Reorganisation change) {
        Level level = change.kind() == Kind.RELEVEL ? change.level() : null;
        return level == null ? units.one(change.from().getFirst()).level() : level;
    }

    private boolean taken(String code, Level level, Reorganisation change) {
        return jdbc.sql("""
            select exists (
                select 1 from unit_state
                 where code = :code and level = :level and valid_during && daterange(:on, null)
                   and unit_id <> all(:from))
            """)
                .param("code", code)
                .param("level", level.name())
                .param("on", change.on())
                .param("from", change.from().stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private void parent(UnitId keeper, Reorganisation change) {
        @Nullable UnitId parent = change.parent();
        if (parent == null) {
            Unit unit = units.one(change.from().getFirst());
            if (change.kind() == Kind.RELEVEL
                    && unit.parent() != null
                    && level(change).compareTo(units.one(unit.parent()).level()) <= 0) {
                throw new Refused("organization.level-not-below-parent");
            }
            return;
        }
        UnitId unit = change.from().getFirst();
        if (units.isWithin(parent, unit)) {
            throw new Refused(
                    "reorganise.cycle",
                    units.one(unit).name(),
                    units.one(parent).name());
        }
        if (!parent.equals(keeper)) {
            requireWithin(keeper, parent);
        }
        if (!units.livesFrom(parent, change.on())) {
            throw new Refused(
                    "organization.parent-not-there",
                    units.one(parent).name(),
                    change.on().format(DAY));
        }
        if (units.one(unit).level().compareTo(units.one(parent).level()) <= 0) {
            throw new Refused("organization.level-not-below-parent");
        }
    }
}
