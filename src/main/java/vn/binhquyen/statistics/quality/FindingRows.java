package vn.binhquyen.statistics.quality;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.form.FormId;

/** Findings and what was said about them in the database, and the sheets that have to be looked at. */
@Component
class FindingRows {
    /** The last note about a finding. */
    private static final String NOTE = """
        left join lateral (
            select text.note, text.by_name, text.at, text.figure, text.expected
              from finding_note text
             where text.province_id = finding.province_id and text.unit_key = finding.unit_key
               and text.period_key = finding.period_key and text.check_code = finding.check_code
               and text.element_key = finding.element_key and text.breakdown_key = finding.breakdown_key
               and text.nature = finding.nature
             order by text.id desc
             limit 1) note on true
        """;

    /** What was said holds while the figures are the same; what others give may move. */
    private static final String SAID = """
        note.note is not null and note.figure is not distinct from finding.figure
          and (finding.check_code like 'FAR-%' or note.expected is not distinct from finding.expected)
        """;

    /** The form by which the unit of the finding gives the figure, or anything in the period. */
    private static final String FORM = """
        (select form.id
           from figure_form form
           join figure_form_row asked on asked.form_key = form.key
           left join unit owner on owner.id = form.unit_id
          where form.state <> 'DRAFT' and finding.element_key in (0, asked.element_key)
            and form.valid_during @> (upper(period_range(finding.period_key)) - 1)
            and form.period_kind = period_kind(finding.period_key)
            and unit.level = any(form.levels) and (owner.id is null or owner.path @> unit.path)
          order by form.unit_id is null desc, form.code
          limit 1) as form
        """;

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding with the names that stand beside it. */
    record Row(
            Found found,
            UnitId unit,
            String unitName,
            @Nullable String otherName,
            @Nullable FormId form,
            Finding.@Nullable Note note,
            boolean explained,
            String cursor) {}

    /**
     * Some of one province, whose units are held against each other, and of neighbouring periods, which are held against each
     * other as well: from the sheet that was noted last, since who waits before a screen does not wait for an import, to those
     * of the same period and of the nearest.
     *
     * @param untouched so long nobody must have written on them: who types is not looked at after every cell
     */
    List<SheetKey> takeDue(Duration untouched, int limit) {
        return jdbc.sql("""
            with touched as materialized (
                select distinct province_id, period_key, unit_key
                  from finding_due
                 where uuid_extract_timestamp(id) > clock_timestamp() - make_interval(secs => :untouched)
            ), waiting as materialized (
                select *
                  from finding_due due
                 where not exists (select 1
                                     from touched
                                    where touched.province_id = due.province_id and touched.period_key = due.period_key
                                      and touched.unit_key = due.unit_key)
            ), latest as (
                select province_id, period_key, unit_key, lower(period_range(period_key)) as day
                  from waiting
                 order by id desc
                 limit 1
            ), sheet as (
                select distinct waiting.province_id, waiting.period_key, waiting.unit_key,
                       (waiting.period_key, waiting.unit_key) = (latest.period_key, latest.unit_key) as last,
                       waiting.period_key = latest.period_key as beside,
                       abs(lower(period_range(waiting.period_key)) - day) as days
                  from waiting
                  join latest using (province_id)
            ), taken as (
                delete from finding_due
                 where (province_id, period_key, unit_key) in (
                           select province_id, period_key, unit_key
                             from sheet
                            order by last desc, beside desc, days, period_key, unit_key
                            limit :limit)
                returning province_id, unit_key, period_key
            )
            select distinct province_id, unit_key, period_key from taken
            """)
                .param("untouched", untouched.toMillis() / 1e3)
                .param("limit", limit)
                .query((row, n) -> new SheetKey(row.getShort(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    boolean isAnyDue() {
        return jdbc.sql("select exists (select 1 from finding_due)")
                .query(Boolean.class)
                .single();
    }

    /** All sheets with one of the elements, of the unit and below it, or of everybody. */
    void lookAgain(Set<String> elements, @Nullable UnitId owner) {
        jdbc.sql("""
            insert into finding_due (province_id, unit_key, period_key)
            select distinct data_value.province_id, unit_key, period_key
              from data_value
              join unit on unit.key = unit_key
             where element_key in (select key from data_element where code = any(:elements)) and reporter_key = 0
               and (:owner::uuid is null or (select path from unit where id = :owner) @> unit.path)
            """)
                .param("elements", elements.toArray(String[]::new))
                .param("owner", owner == null ? null : owner.value())
                .update();
    }

    void forget(String check) {
        jdbc.sql("delete from figure_finding where check_code = :check")
                .param("check", check)
                .update();
    }

    /** What was found on the sheets takes the place of what had been found there. */
    void replace(Collection<SheetKey> sheets, List<Found> found) {
        of(found, """
            delete from figure_finding finding
             using unnest(:sheetProvinces::smallint[], :sheetUnits::int[], :sheetPeriods::int[])
                   as sheet (province_id, unit_key, period_key)
             where finding.province_id = sheet.province_id and finding.unit_key = sheet.unit_key
               and finding.period_key = sheet.period_key
               and (finding.unit_key, finding.period_key, check_code, element_key, breakdown_key, nature::text) not in (
                       select * from unnest(:units::int[], :periods::int[], :checks::text[], :elements::int[],
                                            :breakdowns::int[], :natures::text[]))
            """)
                .param("sheetProvinces", column(sheets, SheetKey::province, Short[]::new))
                .param("sheetUnits", column(sheets, SheetKey::unit, Integer[]::new))
                .param("sheetPeriods", column(sheets, SheetKey::period, Integer[]::new))
                .update();
        if (!found.isEmpty()) {
            put(found);
        }
    }

    private void put(List<Found> found) {
        of(found, """
            insert into figure_finding (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature,
                                        severity, weight, figure, expected, other_key, explained)
            select finding.province_id, finding.unit_key, finding.period_key, finding.check_code, finding.element_key,
                   finding.breakdown_key, finding.nature, finding.severity::"char", finding.weight, finding.figure,
                   finding.expected, finding.other_key,
            """ + SAID + """
              from (select province_id, unit_key, period_key, check_code, element_key, breakdown_key,
                           nature::"char" as nature, severity, weight, figure, expected, other_key
                      from unnest(:provinces::smallint[], :units::int[], :periods::int[], :checks::text[],
                                  :elements::int[], :breakdowns::int[], :natures::text[], :severities::text[],
                                  :weights::int[], :figures::numeric[], :expecteds::numeric[], :others::int[])
                           as given (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature,
                                     severity, weight, figure, expected, other_key)) finding
            """ + NOTE + """
            on conflict (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature)
            do update set severity = excluded.severity, weight = excluded.weight, figure = excluded.figure,
                          expected = excluded.expected, other_key = excluded.other_key, explained = excluded.explained
            """)
                .param("provinces", column(found, each -> each.sheet().province(), Short[]::new))
                .param("severities", column(found, each -> each.severity().letter(), String[]::new))
                .param("weights", column(found, Found::weight, Integer[]::new))
                .param("figures", column(found, Found::figure, BigDecimal[]::new))
                .param("expecteds", column(found, Found::expected, BigDecimal[]::new))
                .param("others", column(found, Found::otherUnit, Integer[]::new))
                .update();
    }

    private JdbcClient.StatementSpec of(List<Found> found, String sql) {
        return jdbc.sql(sql)
                .param("units", column(found, each -> each.sheet().unit(), Integer[]::new))
                .param("periods", column(found, each -> each.sheet().period(), Integer[]::new))
                .param("checks", column(found, Found::check, String[]::new))
                .param("elements", column(found, each -> each.cell().element(), Integer[]::new))
                .param(
                        "breakdowns",
                        column(found, each -> each.cell().breakdown().key(), Integer[]::new))
                .param("natures", column(found, each -> letter(each.cell().nature()), String[]::new));
    }

    /** The sheet of the unit's figures in the period, and the finding there; empty where it is not there any more. */
    Optional<Found> find(UnitId unit, FindingKey key) {
        return named(unit, key, """
            select finding.*
              from figure_finding finding
              join unit on unit.key = finding.unit_key
             where unit.id = :unit and period_key = :period and check_code = :check and element_key = :element
               and breakdown_key = :breakdown and nature = :nature::"char"
            """).query((row, n) -> found(row)).optional();
    }

    void say(Actor actor, Found found, String note, OffsetDateTime now) {
        jdbc.sql("""
            with said as (
                insert into finding_note (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature,
                                          figure, expected, note, at, by, by_name)
                values (:province, :unit, :period, :check, :element, :breakdown, :nature::"char",
                        :figure, :expected, :note, :now, :by, :name)
            )
            update figure_finding
               set explained = true
             where province_id = :province and unit_key = :unit and period_key = :period and check_code = :check
               and element_key = :element and breakdown_key = :breakdown and nature = :nature::"char"
            """)
                .param("province", found.sheet().province())
                .param("unit", found.sheet().unit())
                .param("period", found.sheet().period())
                .param("check", found.check())
                .param("element", found.cell().element())
                .param("breakdown", found.cell().breakdown().key())
                .param("nature", letter(found.cell().nature()))
                .param("figure", found.figure())
                .param("expected", found.expected())
                .param("note", note)
                .param("now", now)
                .param("by", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    private JdbcClient.StatementSpec named(UnitId unit, FindingKey key, String sql) {
        return jdbc.sql(sql)
                .param("unit", unit.value())
                .param("period", key.period().key())
                .param("check", key.check())
                .param("element", key.cell().element())
                .param("breakdown", key.cell().breakdown().key())
                .param("nature", letter(key.cell().nature()));
    }

    private static final String SEEN = """
        with own as materialized (
            select unit.id, unit.key from unit me join unit on me.path @> unit.path where me.id = :me
             union
            select unit.id, unit.key from units_passed_into(:me, :today) former join unit on unit.id = former.id
        ), wanted as materialized (
            select own.key
              from own
             where :unit::uuid is null
                or own.key in (select below.key from unit top join unit below on top.path @> below.path where top.id = :unit)
        )
        """;

    /** The whole country is not looked up unit by unit. */
    private static final String EVERYWHERE = "where true";

    private static final String IN_WANTED = "where finding.unit_key = any(array(select key from wanted))";

    private static final String ASKED = """
           and (:severity::text is null or severity = :severity::"char")
           and (:check::text is null or check_code = :check or check_code like :check || ':%')
           and (:period::int is null or period_key = :period)
           and (:explained::boolean is null or explained = :explained)
        """;

    private static final String CURSOR = """
        concat_ws('~', case :sort when 'LATEST' then (99999999 - (upper(period_range(period_key)) - date '2000-01-01'))::text
                                  when 'UNIT' then fold(unit.name) || ' ' || unit.key
                                  else '' end, to_char(rank, 'FM0000000000'), finding.id) collate "C"
        """;

    List<Row> page(Actor actor, FindingFilter filter, LocalDate today, int size) {
        String order = filter.sort() == FindingFilter.Sort.WORST ? "order by rank, finding.id" : "order by cursor";
        String from = filter.sort() == FindingFilter.Sort.WORST
                ? "(rank, finding.id) > (split_part(:after, '~', 2)::int, split_part(:after, '~', 3)::uuid)"
                : CURSOR + " > :after";
        return asked(
                        actor,
                        filter,
                        today,
                        SEEN + """
                                                    select finding.*, unit.id as unit_id, unit.name as unit_name, other.name as other_name,
                                                           note.note, note.by_name, note.at, \
                                """ + FORM + """
                                ,
                                """ + CURSOR + """
                                       as cursor
                                  from figure_finding finding
                                  join unit on unit.key = finding.unit_key
                                  left join unit other on other.key = finding.other_key
                                """ + NOTE + where(actor, filter) + ASKED
                                + " and (:after::text is null or " + from
                                + ")" + order
                                + " limit :limit")
                .param("sort", filter.sort().name())
                .param("after", filter.after())
                .param("limit", size)
                .query((row, n) -> row(row))
                .list();
    }

    FindingPage.Counts counts(Actor actor, FindingFilter filter, LocalDate today) {
        return asked(actor, filter, today, SEEN + """
            , waiting as (
                select distinct unit_key, period_key
                  from finding_due finding
            """ + where(actor, filter) + """
                   and (:period::int is null or period_key = :period)
            )
            select (count(*) filter (where severity = 'E' and not explained))::integer as errors,
                   (count(*) filter (where severity = 'W' and not explained))::integer as warnings,
                   (count(*) filter (where explained))::integer as explained,
                   (select count(*) from waiting)::integer as waiting
              from figure_finding finding
            """ + where(actor, filter) + ASKED)
                .query((row, n) -> new FindingPage.Counts(
                        row.getInt("errors"), row.getInt("warnings"), row.getInt("explained"), row.getInt("waiting")))
                .single();
    }

    private static String where(Actor actor, FindingFilter filter) {
        return actor.province() == 0 && filter.unit() == null ? EVERYWHERE : IN_WANTED;
    }

    private JdbcClient.StatementSpec asked(Actor actor, FindingFilter filter, LocalDate today, String sql) {
        return jdbc.sql(sql)
                .param("me", actor.unit().value())
                .param("today", today)
                .param("unit", filter.unit() == null ? null : filter.unit().value())
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().letter())
                .param("check", filter.check())
                .param(
                        "period",
                        filter.period() == null ? null : filter.period().key())
                .param("explained", filter.explained());
    }

    /** What was found just now on one sheet, with what was said about it. */
    List<Row> named(UnitId unit, List<Found> found) {
        List<Row> rows = new ArrayList<>();
        of(found, """
            select finding.*, unit.id as unit_id, unit.name as unit_name, other.name as other_name,
                   note.note, note.by_name, note.at, '' as cursor, \
            """ + FORM + """
            ,
            """ + SAID + """
                   as explained
              from (select province_id, unit_key, period_key, check_code, element_key, breakdown_key,
                           nature::"char" as nature, severity::"char" as severity, weight, figure, expected, other_key
                      from unnest(:provinces::smallint[], :units::int[], :periods::int[], :checks::text[],
                                  :elements::int[], :breakdowns::int[], :natures::text[], :severities::text[],
                                  :weights::int[], :figures::numeric[], :expecteds::numeric[], :others::int[])
                           as given (province_id, unit_key, period_key, check_code, element_key, breakdown_key, nature,
                                     severity, weight, figure, expected, other_key)) finding
              join unit on unit.id = :unit
              left join unit other on other.key = finding.other_key
            """ + NOTE + """
             order by explained, severity, weight desc, check_code, element_key, breakdown_key
            """)
                .param("provinces", column(found, each -> each.sheet().province(), Short[]::new))
                .param("severities", column(found, each -> each.severity().letter(), String[]::new))
                .param("weights", column(found, Found::weight, Integer[]::new))
                .param("figures", column(found, Found::figure, BigDecimal[]::new))
                .param("expecteds", column(found, Found::expected, BigDecimal[]::new))
                .param("others", column(found, Found::otherUnit, Integer[]::new))
                .param("unit", unit.value())
                .query(row -> {
                    rows.add(row(row));
                });
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        String note = row.getString("note");
        UUID form = row.getObject("form", UUID.class);
        return new Row(
                found(row),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getString("other_name"),
                form == null ? null : new FormId(form),
                note == null
                        ? null
                        : new Finding.Note(note, row.getString("by_name"), row.getObject("at", OffsetDateTime.class)),
                row.getBoolean("explained"),
                row.getString("cursor"));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new SheetKey(row.getShort("province_id"), row.getInt("unit_key"), row.getInt("period_key")),
                row.getString("check_code"),
                SheetFacts.cell(row),
                Severity.of(row.getString("severity")),
                row.getInt("weight"),
                row.getBigDecimal("figure"),
                row.getBigDecimal("expected"),
                row.getInt("other_key"));
    }

    private static String letter(Nature nature) {
        return nature == Nature.ACTUAL ? "A" : "E";
    }
}
