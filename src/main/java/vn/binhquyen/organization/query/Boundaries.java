package vn.binhquyen.organization.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/**
 * Says where the figures of units belong by the boundaries of another day. "Then" needs no help: a figure is kept by the
 * unit of its day. For "today" each ended unit is followed to its successors.
 */
@Service
@Transactional(readOnly = true)
public class Boundaries {
    private final JdbcClient jdbc;

    Boundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A share of a unit's figures and the unit to which it belongs.
     *
     * @param share more than nothing; all parts of one unit add up to exactly one
     */
    public record Part(UnitId of, UnitId to, BigDecimal share, Certainty certainty) {
        public enum Certainty {
            /** The unit lives, or went there whole. */
            WHOLE,
            /** By the recorded share of a split: to be marked as estimated. */
            ESTIMATED,
            /** Nobody knows which of the units below it went to: shown at this unit as not distributed. */
            UNDISTRIBUTED
        }
    }

    /** Where the figures of the units belong by the boundaries of a day. Units that live on it are their own part. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<Part> onDate(Collection<UnitId> units, LocalDate on) {
        Set<UUID> asked = new LinkedHashSet<>();
        units.forEach(unit -> asked.add(unit.value()));
        Map<UUID, List<Chains.Step<UUID>>> steps = steps(asked, on);
        Set<UUID> reached = new LinkedHashSet<>(asked);
        steps.values().forEach(next -> next.forEach(step -> reached.add(step.to())));
        Chains<UUID> chains = new Chains<>(steps, nodes(reached, on));
        List<Part> parts = new ArrayList<>();
        for (UUID unit : asked) {
            chains.of(unit)
                    .forEach(piece -> parts.add(
                            new Part(new UnitId(unit), new UnitId(piece.unit()), piece.weight(), piece.certainty())));
        }
        return parts;
    }

    private Map<UUID, List<Chains.Step<UUID>>> steps(Set<UUID> from, LocalDate on) {
        Map<UUID, List<Chains.Step<UUID>>> steps = new HashMap<>();
        jdbc.sql("""
            with recursive reached (id) as (
                select unnest(:units::uuid[])
                 union
                select to_id from reached join succession on from_id = reached.id where to_id <> from_id and on_date <= :on)
            select from_id, to_id, share
              from reached
              join succession on from_id = reached.id
             where to_id <> from_id and on_date <= :on
            """).param("units", from.toArray(UUID[]::new)).param("on", on).query(row -> {
            steps.computeIfAbsent(row.getObject("from_id", UUID.class), unit -> new ArrayList<>())
                    .add(new Chains.Step<>(row.getObject("to_id", UUID.class), row.getBigDecimal("share")));
        });
        return steps;
    }

    private Map<UUID, Chains.Node<UUID>> nodes(Set<UUID> units, LocalDate on) {
        record Found(UUID id, boolean lives, List<Integer> path) {}
        List<Found> found = new ArrayList<>();
        Set<Integer> keys = new LinkedHashSet<>();
        jdbc.sql("""
            select unit.id, not isempty(unit.valid_during)
                            and (upper_inf(unit.valid_during) or upper(unit.valid_during) > :on) as lives,
                   coalesce(state.path, unit.path)::text as path
              from unnest(:units::uuid[]) as asked (id)
              join unit on unit.id = asked.id
              left join unit_state state on state.unit_id = unit.id and state.valid_during @> :on
            """).param("units", units.toArray(UUID[]::new)).param("on", on).query(row -> {
            List<Integer> path = Arrays.stream(row.getString("path").split("\\."))
                    .map(Integer::valueOf)
                    .toList();
            keys.addAll(path);
            found.add(new Found(row.getObject("id", UUID.class), row.getBoolean("lives"), path));
        });
        record Above(UUID id, boolean lives) {}
        Map<Integer, Above> byKey = new HashMap<>();
        jdbc.sql("""
            select id, key, not isempty(valid_during) and (upper_inf(valid_during) or upper(valid_during) > :on) as lives
              from unit where key = any(:keys)
            """)
                .param("keys", keys.toArray(Integer[]::new))
                .param("on", on)
                .query(row -> {
                    byKey.put(row.getInt("key"), new Above(row.getObject("id", UUID.class), row.getBoolean("lives")));
                });
        Map<UUID, Chains.Node<UUID>> nodes = new HashMap<>();
        byKey.values().forEach(above -> nodes.put(above.id(), new Chains.Node<>(above.lives(), List.of(above.id()))));
        for (Found unit : found) {
            List<UUID> lineage =
                    unit.path().stream().map(key -> above(byKey.get(key)).id()).toList();
            nodes.put(unit.id(), new Chains.Node<>(unit.lives(), lineage));
        }
        return nodes;
    }

    private static <T> T above(@Nullable T known) {
        return Objects.requireNonNull(known, "a path names a unit that is not there");
    }
}
