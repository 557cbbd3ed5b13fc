package vn.binhquyen.statistics.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdowns.Adds;

/** The rows of the dimensions with their options, and the combinations that are made of them. */
@Component
class DimensionRows {
    private static final String COMBINATIONS = """
        (select key from breakdown
          where exists (select from unnest(combination) option where split_part(option, ':', 1) = :code))
        """;

    private final JdbcClient jdbc;

    DimensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Kept<DimensionDraft> one(DimensionId id) {
        return all(id).values().stream().findFirst().orElseThrow(() -> new NotFound("dimension", id));
    }

    /** In their order; all, or the one with the id. */
    Map<DimensionId, Kept<DimensionDraft>> all(@Nullable DimensionId only) {
        Map<String, List<DimensionDraft.Option>> options = new HashMap<>();
        jdbc.sql("select dimension, code, name_vi, name_en, retired_on from breakdown_option order by dimension, place")
                .query(row -> {
                    options.computeIfAbsent(row.getString("dimension"), dimension -> new ArrayList<>())
                            .add(new DimensionDraft.Option(
                                    row.getString("code"),
                                    row.getString("name_vi"),
                                    row.getString("name_en"),
                                    row.getObject("retired_on") != null));
                });
        Map<DimensionId, Kept<DimensionDraft>> found = new LinkedHashMap<>();
        jdbc.sql("""
            select dimension.*, unit.name as owner_name
              from breakdown_dimension dimension
              left join unit on unit.id = unit_id
             where :only::uuid is null or dimension.id = :only
             order by place
            """).param("only", only == null ? null : only.value()).query(row -> {
            found.put(
                    new DimensionId(row.getObject("id", UUID.class)),
                    new Kept<>(
                            new DimensionDraft(
                                    row.getString("code"),
                                    row.getString("name_vi"),
                                    row.getString("name_en"),
                                    Adds.valueOf(row.getString("adds")),
                                    row.getBoolean("verified"),
                                    row.getString("note"),
                                    options.getOrDefault(row.getString("code"), List.of())),
                            ElementRows.owner(row),
                            row.getString("owner_name"),
                            row.getLong("version"),
                            row.getObject("retired_on", LocalDate.class)));
        });
        return found;
    }

    /** The last in the order of all; who defines another one meanwhile waits. Empty where somebody else has just taken the code. */
    Optional<DimensionId> insert(DimensionDraft draft, @Nullable UnitId owner) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('breakdown dimensions'))) locked")
                .query(Integer.class)
                .single();
        Optional<DimensionId> id = jdbc.sql("""
            insert into breakdown_dimension (code, place, name_vi, name_en, adds, verified, note, unit_id)
            select :code, coalesce(max(place), 0) + 1, :nameVi, :nameEn, :adds, :verified, :note, :owner
              from breakdown_dimension
            on conflict (code) do nothing
            returning id
            """)
                .param("code", draft.code())
                .param("nameVi", draft.nameVi())
                .param("nameEn", draft.nameEn())
                .param("adds", draft.adds().name())
                .param("verified", draft.verified())
                .param("note", draft.note())
                .param("owner", owner == null ? null : owner.value())
                .query(UUID.class)
                .optional()
                .map(DimensionId::new);
        id.ifPresent(made -> saveOptions(draft, LocalDate.EPOCH));
        return id;
    }

    void update(DimensionId id, DimensionDraft draft, long version, LocalDate today) {
        int updated = jdbc.sql("""
            update breakdown_dimension
               set name_vi = :nameVi, name_en = :nameEn, adds = :adds, verified = :verified, note = :note,
                   version = version + 1
             where id = :id and version = :version
            """)
                .param("nameVi", draft.nameVi())
                .param("nameEn", draft.nameEn())
                .param("adds", draft.adds().name())
                .param("verified", draft.verified())
                .param("note", draft.note())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("dimension", id);
        }
        saveOptions(draft, today);
        nameCombinations(draft.code());
    }

    void retire(DimensionId id, @Nullable LocalDate on, long version) {
        int updated = jdbc.sql("""
            update breakdown_dimension set retired_on = :on, version = version + 1 where id = :id and version = :version
            """)
                .param("on", on)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new Conflict("dimension", id);
        }
    }

    boolean hasFigures(String code) {
        return jdbc.sql("select exists (select from data_value where breakdown_key in " + COMBINATIONS + ")")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** What combinations add up to is said anew, after the dimension came to add in another way or to have more options. */
    void addUpAnew(String code) {
        jdbc.sql("delete from breakdown_margin where breakdown_key in " + COMBINATIONS)
                .param("code", code)
                .update();
        jdbc.sql("""
            select intern_breakdowns(array(select array_to_string(combination, ';') from breakdown where key in
            """ + COMBINATIONS + "))")
                .param("code", code)
                .query((row, n) -> n)
                .list();
    }

    private void saveOptions(DimensionDraft draft, LocalDate today) {
        int place = 0;
        for (DimensionDraft.Option option : draft.options()) {
            place++;
            jdbc.sql("""
                insert into breakdown_option (dimension, code, place, name_vi, name_en)
                values (:dimension, :code, :place, :nameVi, :nameEn)
                on conflict (dimension, code) do update
                   set name_vi = excluded.name_vi, name_en = excluded.name_en,
                       retired_on = case when :retired then coalesce(breakdown_option.retired_on, :today) end
                """)
                    .param("dimension", draft.code())
                    .param("code", option.code())
                    .param("place", place)
                    .param("nameVi", option.nameVi())
                    .param("nameEn", option.nameEn())
                    .param("retired", option.retired())
                    .param("today", today)
                    .update();
        }
    }

    private void nameCombinations(String code) {
        jdbc.sql("""
            update breakdown
               set name_vi = named.name_vi, name_en = named.name_en
              from (select breakdown.key,
                           string_agg(option.name_vi, ', ' order by dimension.place) as name_vi,
                           string_agg(option.name_en, ', ' order by dimension.place) as name_en
                      from breakdown
                      join breakdown_option option on option.dimension || ':' || option.code = any(combination)
                      join breakdown_dimension dimension on dimension.code = option.dimension
                     where breakdown.key in
            """ + COMBINATIONS + """
                     group by breakdown.key) named
             where breakdown.key = named.key
            """).param("code", code).update();
    }
}
