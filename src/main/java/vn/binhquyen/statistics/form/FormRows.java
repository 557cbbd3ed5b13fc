package vn.binhquyen.statistics.form;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;

/** Forms with their sections and rows. */
@Component
class FormRows {
    private static final String COLUMNS = """
        select form.*, lower(valid_during) as from_day, upper(valid_during) - 1 as last_day from figure_form form
        """;

    private final JdbcClient jdbc;

    FormRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FormDefinition> find(FormId id) {
        return whole(jdbc.sql(COLUMNS + " where id = :id")
                        .param("id", id.value())
                        .query(FormRows::head)
                        .list())
                .stream()
                .findFirst();
    }

    FormDefinition one(FormId id) {
        return find(id).orElseThrow(() -> new NotFound("form", id));
    }

    /** Empty where it is asked of the whole country. */
    Optional<UnitId> owner(FormId id) {
        return jdbc.sql("select unit_id from figure_form where id = :id")
                .param("id", id.value())
                .query((row, n) -> Optional.ofNullable(row.getObject("unit_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("form", id))
                .map(UnitId::new);
    }

    /** Those that a unit was or is asked for, whatever the period. */
    List<FormDefinition> askedOf(UnitId unit) {
        return whole(jdbc.sql(COLUMNS + """
             where state <> 'DRAFT'
               and exists (
                   select 1
                     from unit_state own
                    where own.unit_id = :unit and own.valid_during && form.valid_during and
            """ + FormSheetRows.ASKS_OWN + """
                   )
             order by code, edition
            """)
                .param("unit", unit.value())
                .query(FormRows::head)
                .list());
    }

    FormId insert(FormHead head, int edition, OffsetDateTime at, AccountId by) {
        return new FormId(with(jdbc.sql("""
            insert into figure_form (code, edition, unit_id, name_vi, name_en, help, period_kind, cut_off, levels,
                                     agency_kind, due_days, valid_during, state, created_at, created_by, updated_at,
                                     updated_by)
            values (:code, :edition, :owner, :nameVi, :nameEn, :help, :periodKind, :cutOff, :levels, :agencyKind,
                    :dueDays, daterange(:from::date, null), 'DRAFT', :at, :by, :at, :by)
            returning id
            """), head, at, by)
                .param("edition", edition)
                .query(UUID.class)
                .single());
    }

    /** @throws Conflict where somebody else changed it since the version was seen, or it is no draft any more */
    void update(FormId id, FormHead head, long version, OffsetDateTime at, AccountId by) {
        requireOne(
                id,
                with(jdbc.sql("""
                    update figure_form
                       set code = :code, unit_id = :owner, name_vi = :nameVi, name_en = :nameEn, help = :help,
                           period_kind = :periodKind, cut_off = :cutOff, levels = :levels, agency_kind = :agencyKind,
                           due_days = :dueDays, valid_during = daterange(:from::date, null), version = version + 1,
                           updated_at = :at, updated_by = :by
                     where id = :id and version = :version and state = 'DRAFT'
                    """), head, at, by)
                        .param("id", id.value())
                        .param("version", version)
                        .update());
    }

    /** As {@link #update} for its way: its state, and the last day it asks for. */
    void move(FormId id, FormState state, @Nullable LocalDate lastDay, long version, OffsetDateTime at, AccountId by) {
        requireOne(
                id,
                jdbc.sql("""
                    update figure_form
                       set state = :state, valid_during = daterange(lower(valid_during), :lastDay::date, '[]'),
                           version = version + 1, updated_at = :at, updated_by = :by
                     where id = :id and version = :version
                    """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("lastDay", lastDay)
                        .param("version", version)
                        .param("at", at)
                        .param("by", by.value())
                        .update());
    }

    private static void requireOne(FormId id, int changed) {
        if (changed == 0) {
            throw new Conflict("form", id);
        }
    }

    /** @throws Conflict where somebody else changed it since the version was seen, or it is no draft any more */
    void delete(FormId id, long version) {
        requireOne(
                id,
                jdbc.sql("delete from figure_form where id = :id and version = :version and state = 'DRAFT'")
                        .param("id", id.value())
                        .param("version", version)
                        .update());
    }

    /** The number of the last edition with the code; 0 where there is none. */
    int lastEdition(String code) {
        return jdbc.sql("select coalesce(max(edition), 0) from figure_form where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    boolean hasDraft(String code) {
        return jdbc.sql("select exists (select 1 from figure_form where code = :code and state = 'DRAFT')")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** The editions with the code that are or were asked for, without their grids. */
    List<FormDefinition> inUse(String code) {
        return jdbc.sql(COLUMNS + " where code = :code and state <> 'DRAFT'")
                .param("code", code)
                .query(FormRows::head)
                .list();
    }

    /** The grids of a draft, in place of those that it has. */
    void replaceSections(FormId id, List<FormSection> sections) {
        int form = jdbc.sql("select key from figure_form where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        jdbc.sql("delete from figure_form_section where form_key = :form")
                .param("form", form)
                .update();
        for (FormSection section : sections) {
            jdbc.sql("""
                insert into figure_form_section (form_key, place, title_vi, title_en, help, column_keys, total_key)
                values (:form, :place, :titleVi, :titleEn, :help, :columns, :total)
                """)
                    .param("form", form)
                    .param("place", section.place())
                    .param("titleVi", section.titleVi())
                    .param("titleEn", section.titleEn())
                    .param("help", section.help())
                    .param("columns", keys(section.columns()))
                    .param(
                            "total",
                            section.total() == null ? null : section.total().key())
                    .update();
            for (FormRow row : section.rows()) {
                insert(form, section.place(), row);
            }
        }
    }

    private void insert(int form, int section, FormRow row) {
        CellKey shownIf = row.shownIf();
        jdbc.sql("""
            insert into figure_form_row (form_key, section, place, element_key, label_vi, label_en, indent, total_of,
                                         closed_keys, shown_if_element, shown_if_breakdown, required)
            values (:form, :section, :place, :element, :labelVi, :labelEn, :indent, :totalOf, :closed, :shownElement,
                    :shownBreakdown, :required)
            """)
                .param("form", form)
                .param("section", section)
                .param("place", row.place())
                .param("element", row.element())
                .param("labelVi", row.labelVi())
                .param("labelEn", row.labelEn())
                .param("indent", row.indent())
                .param(
                        "totalOf",
                        row.totalOf().stream().map(Integer::shortValue).toArray(Short[]::new))
                .param("closed", keys(row.closed()))
                .param("shownElement", shownIf == null ? null : shownIf.element())
                .param(
                        "shownBreakdown",
                        shownIf == null ? null : shownIf.breakdown().key())
                .param("required", row.required())
                .update();
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, FormHead head, OffsetDateTime at, AccountId by) {
        return statement
                .param("code", head.code())
                .param("owner", head.owner() == null ? null : head.owner().value())
                .param("nameVi", head.nameVi())
                .param("nameEn", head.nameEn())
                .param("help", head.help())
                .param("periodKind", head.periodKind().name())
                .param("cutOff", head.cutOff().name())
                .param(
                        "levels",
                        head.levels().stream().map(Level::name).sorted().toArray(String[]::new))
                .param(
                        "agencyKind",
                        head.agencyKind() == null ? null : head.agencyKind().name())
                .param("dueDays", head.dueDays())
                .param("from", head.from())
                .param("at", at)
                .param("by", by.value());
    }

    private static Integer[] keys(Collection<Breakdown> breakdowns) {
        return breakdowns.stream().map(Breakdown::key).toArray(Integer[]::new);
    }

    private List<FormDefinition> whole(List<FormDefinition> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Integer[] keys = heads.stream().map(FormDefinition::key).toArray(Integer[]::new);
        Map<List<Integer>, List<FormRow>> rows = new HashMap<>();
        jdbc.sql("select * from figure_form_row where form_key = any(:keys) order by form_key, section, place")
                .param("keys", keys)
                .query(row -> {
                    rows.computeIfAbsent(
                                    List.of(row.getInt("form_key"), row.getInt("section")), any -> new ArrayList<>())
                            .add(row(row));
                });
        Map<Integer, List<FormSection>> sections = new HashMap<>();
        jdbc.sql("select * from figure_form_section where form_key = any(:keys) order by form_key, place")
                .param("keys", keys)
                .query(row -> {
                    int form = row.getInt("form_key");
                    sections.computeIfAbsent(form, any -> new ArrayList<>())
                            .add(section(row, rows.getOrDefault(List.of(form, row.getInt("place")), List.of())));
                });
        return heads.stream()
                .map(head -> new FormDefinition(
                        head.id(),
                        head.key(),
                        head.edition(),
                        head.head(),
                        head.lastDay(),
                        head.state(),
                        head.version(),
                        sections.getOrDefault(head.key(), List.of())))
                .toList();
    }

    private static FormDefinition head(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("unit_id", UUID.class);
        String agencyKind = row.getString("agency_kind");
        return new FormDefinition(
                new FormId(row.getObject("id", UUID.class)),
                row.getInt("key"),
                row.getInt("edition"),
                new FormHead(
                        row.getString("code"),
                        owner == null ? null : new UnitId(owner),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("help"),
                        Period.Kind.valueOf(row.getString("period_kind")),
                        CutOff.valueOf(row.getString("cut_off")),
                        Arrays.stream((String[]) row.getArray("levels").getArray())
                                .map(Level::valueOf)
                                .collect(Collectors.toSet()),
                        agencyKind == null ? null : AgencyKind.valueOf(agencyKind),
                        row.getInt("due_days"),
                        row.getObject("from_day", LocalDate.class)),
                row.getObject("last_day", LocalDate.class),
                FormState.valueOf(row.getString("state")),
                row.getLong("version"),
                List.of());
    }

    private static FormSection section(ResultSet row, List<FormRow> rows) throws SQLException {
        Integer total = row.getObject("total_key", Integer.class);
        return new FormSection(
                row.getInt("place"),
                row.getString("title_vi"),
                row.getString("title_en"),
                row.getString("help"),
                breakdowns(row.getArray("column_keys")).toList(),
                total == null ? null : new Breakdown(total),
                rows);
    }

    private static FormRow row(ResultSet row) throws SQLException {
        Integer shownElement = row.getObject("shown_if_element", Integer.class);
        return new FormRow(
                row.getInt("place"),
                row.getInt("element_key"),
                row.getString("label_vi"),
                row.getString("label_en"),
                row.getInt("indent"),
                Arrays.stream((Short[]) row.getArray("total_of").getArray())
                        .map(Short::intValue)
                        .toList(),
                breakdowns(row.getArray("closed_keys")).collect(Collectors.toSet()),
                shownElement == null
                        ? null
                        : new CellKey(shownElement, new Breakdown(row.getInt("shown_if_breakdown"))),
                row.getBoolean("required"));
    }

    private static Stream<Breakdown> breakdowns(Array keys) throws SQLException {
        return Arrays.stream((Integer[]) keys.getArray()).map(Breakdown::new);
    }
}
