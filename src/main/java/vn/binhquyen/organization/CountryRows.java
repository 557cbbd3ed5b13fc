package vn.binhquyen.organization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Country.Came;
import vn.binhquyen.organization.Country.Life;
import vn.binhquyen.organization.Country.Phase;

/** Writes a whole country at once: one statement for each table. */
@Component
class CountryRows {
    private final JdbcClient jdbc;

    CountryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Name(UUID id, long key) {}

    boolean isLoaded() {
        return jdbc.sql("select exists (select 1 from unit where level = 'DISTRICT')")
                .query(Boolean.class)
                .single();
    }

    /** Names of units that stand in the way: one has the code of a province that is to be loaded. */
    Optional<String> inTheWay() {
        return jdbc.sql("""
            select string_agg(name, ', ' order by name)
              from unit_state
             where level = 'PROVINCE' and code = any(:codes)
            """)
                .param(
                        "codes",
                        CountryFiles.earlier().stream()
                                .filter(line -> line.level() == Level.PROVINCE)
                                .map(CountryFiles.EarlierLine::code)
                                .toArray(String[]::new))
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    void load(UnitId nation, Country country, LocalDate today, OffsetDateTime at, AccountId by) {
        List<Life> lives = List.copyOf(country.lives());
        Map<Life, Name> names = name(lives);
        String top = jdbc.sql("select path::text from unit where id = :nation")
                .param("nation", nation.value())
                .query(String.class)
                .single();
        Columns units = new Columns(9);
        Columns states = new Columns(9);
        for (Life life : lives) {
            Name name = names.get(life);
            Phase now = life.phases.stream()
                    .filter(phase -> phase.holdsOn(today))
                    .findFirst()
                    .orElse(life.last());
            List<@Nullable String> unit = line(nation, top, now, name, names);
            unit.set(7, text(life.phases.getFirst().from()));
            unit.set(8, text(life.last().until()));
            units.add(unit);
            units.keys.add(Objects.requireNonNull(name).key());
            for (Phase phase : life.phases) {
                states.add(line(nation, top, phase, name, names));
            }
        }
        insertUnits(units, at, by);
        insertStates(states);
        insertSuccessions(country.successions(), names);
        jdbc.sql("analyze unit, unit_state, succession").update();
    }

    private Map<Life, Name> name(List<Life> lives) {
        List<Name> fresh = jdbc.sql("""
            select uuidv7() as id, nextval(pg_get_serial_sequence('unit', 'key')) as key from generate_series(1, :count)
            """)
                .param("count", lives.size())
                .query((row, n) -> new Name(row.getObject("id", UUID.class), row.getLong("key")))
                .list();
        Map<Life, Name> names = new IdentityHashMap<>();
        for (int i = 0; i < lives.size(); i++) {
            names.put(lives.get(i), fresh.get(i));
        }
        return names;
    }

    private static List<@Nullable String> line(
            UnitId nation, String top, Phase phase, @Nullable Name name, Map<Life, Name> names) {
        Name own = Objects.requireNonNull(name);
        List<Name> above = phase.above().stream()
                .map(names::get)
                .map(Objects::requireNonNull)
                .toList();
        String path = above.stream().map(a -> a.key() + ".").collect(Collectors.joining("", top + ".", "")) + own.key();
        List<@Nullable String> line = new ArrayList<>();
        line.add(own.id().toString());
        line.add(phase.code());
        line.add(phase.name());
        line.add(phase.kind() + "/" + phase.level());
        line.add((above.isEmpty() ? nation.value() : above.getLast().id()).toString());
        line.add(path);
        line.add(Short.toString(phase.province()));
        line.add(text(phase.from()));
        line.add(text(phase.until()));
        return line;
    }

    private void insertUnits(Columns rows, OffsetDateTime at, AccountId by) {
        rows.bind(jdbc.sql("""
            insert into unit (id, key, code, name, level, parent_id, path, province_id, valid_during,
                              created_at, created_by, updated_at, updated_by)
            overriding system value
            select id, key, code, name, split_part(kind, '/', 2), parent, path, province,
                   daterange(starts, ends), :at, :by, :at, :by
              from unnest(:c0::uuid[], :keys, :c1::text[], :c2::text[], :c3::text[], :c4::uuid[], :c5::ltree[],
                          :c6::smallint[], :c7::date[], :c8::date[])
                as row (id, key, code, name, kind, parent, path, province, starts, ends)
            """))
                .param("keys", rows.keys.stream().map(Long::intValue).toArray(Integer[]::new))
                .param("at", at)
                .param("by", by.value())
                .update();
    }

    private void insertStates(Columns rows) {
        rows.bind(jdbc.sql("""
            insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during)
            select id, code, name, split_part(kind, '/', 1), split_part(kind, '/', 2), parent, path, province,
                   daterange(starts, ends)
              from unnest(:c0::uuid[], :c1::text[], :c2::text[], :c3::text[], :c4::uuid[], :c5::ltree[],
                          :c6::smallint[], :c7::date[], :c8::date[])
                as row (id, code, name, kind, parent, path, province, starts, ends)
            """)).update();
    }

    private void insertSuccessions(List<Came> successions, Map<Life, Name> names) {
        Columns rows = new Columns(7);
        for (Came came : successions) {
            List<@Nullable String> line = new ArrayList<>();
            line.add(Objects.requireNonNull(names.get(came.from())).id().toString());
            line.add(Objects.requireNonNull(names.get(came.to())).id().toString());
            line.add(came.on().toString());
            line.add(came.kind());
            line.add(text(came.share()));
            line.add(came.basis());
            line.add(came.note());
            rows.add(line);
        }
        rows.bind(jdbc.sql("""
            insert into succession (from_id, to_id, on_date, kind, share, legal_basis, source_note)
            select *
              from unnest(:c0::uuid[], :c1::uuid[], :c2::date[], :c3::text[], :c4::numeric[], :c5::text[], :c6::text[])
            """)).update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Rows turned on their side, as the database takes them. */
    private static final class Columns {
        private final List<List<@Nullable String>> columns = new ArrayList<>();
        private final List<Long> keys = new ArrayList<>();

        Columns(int count) {
            for (int i = 0; i < count; i++) {
                columns.add(new ArrayList<>());
            }
        }

        void add(List<@Nullable String> row) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(row.get(i));
            }
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            JdbcClient.StatementSpec bound = statement;
            for (int i = 0; i < columns.size(); i++) {
                bound = bound.param("c" + i, columns.get(i).toArray(String[]::new));
            }
            return bound;
        }
    }
}
