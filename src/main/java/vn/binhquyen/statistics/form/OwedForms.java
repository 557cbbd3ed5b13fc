package vn.binhquyen.statistics.form;

import static java.util.Comparator.comparing;
import static vn.binhquyen.kernel.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;

/** Who owes which form for which period, and how far it has come: made from the definitions, never stored. */
@Component
class OwedForms {
    private static final int YEARS_BACK = 2;

    private final FormRows forms;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwedForms(FormRows forms, JdbcClient jdbc, Clock clock) {
        this.forms = forms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A form and a period that it asks for. */
    private record Asked(FormDefinition form, Period period) {}

    List<OwedForm> of(UnitId unit, LocalDate today) {
        List<Asked> asked = forms.askedOf(unit).stream()
                .flatMap(form -> periods(form, today).stream().map(period -> new Asked(form, period)))
                .toList();
        return owed(unit, asked).stream()
                .sorted(comparing((OwedForm form) -> form.state() == OwedForm.State.SENT)
                        .thenComparing(OwedForm::dueOn)
                        .thenComparing(OwedForm::code))
                .toList();
    }

    Optional<OwedForm> one(FormSheet sheet) {
        return forms.find(sheet.form())
                .filter(form -> form.asksFor(sheet.period()) && hasBegun(form, sheet.period(), LocalDate.now(clock)))
                .flatMap(form -> owed(sheet.unit(), List.of(new Asked(form, sheet.period()))).stream()
                        .findFirst());
    }

    static boolean hasBegun(FormDefinition form, Period period, LocalDate today) {
        return !form.head().cutOff().from(period).isAfter(today);
    }

    /** Those that have begun, of the last two years. */
    private static List<Period> periods(FormDefinition form, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        Period period = Period.containing(form.head().periodKind(), today).next();
        while (!period.end().isBefore(today.minusYears(YEARS_BACK))) {
            if (hasBegun(form, period, today) && form.asksFor(period)) {
                periods.add(period);
            }
            period = period.previous();
        }
        return periods;
    }

    private List<OwedForm> owed(UnitId unit, List<Asked> asked) {
        Map<Integer, FormDefinition> byKey = asked.stream()
                .map(Asked::form)
                .distinct()
                .collect(Collectors.toMap(FormDefinition::key, Function.identity()));
        record KeptCell(int form, CellKey key, @Nullable CellKey shownIf) {}
        List<KeptCell> cells = byKey.values().stream()
                .flatMap(form -> form.cells().stream()
                        .filter(cell -> !cell.computed())
                        .map(cell -> new KeptCell(form.key(), cell.key(), cell.shownIf())))
                .toList();
        return jdbc.sql("""
            with asked as (
                select * from unnest(:forms::int[], :periods::int[], :cutOffs::text[]::date[]) as asked (form_key, period_key, cut_off)
            ), owing as (
                -- what is asked of the unit as it was on the day of the cut-off
                select asked.form_key, asked.period_key, form.agency_kind, unit.key as unit_key,
                       (select state.province_id
                          from unit_state state
                         where state.unit_id = :unit and state.valid_during && period_range(asked.period_key)
                         order by lower(state.valid_during) desc nulls last
                         limit 1) as province_id
                  from asked
                  join figure_form form on form.key = asked.form_key
                  join unit on unit.id = :unit
                  join unit_state own on own.unit_id = :unit and own.valid_during @> asked.cut_off
                 where
            """ + FormSheetRows.ASKS_OWN + """
            ), cell as (
                select *
                  from unnest(:cellForms::int[], :elements::int[], :breakdowns::int[], :shownElements::int[],
                              :shownBreakdowns::int[])
                       as cell (form_key, element_key, breakdown_key, shown_if_element, shown_if_breakdown)
            )
            select owing.form_key, owing.period_key, sheet.origin, sheet.sent_at, agency.id as agency_id,
                   agency.name as agency_name,
                   filled, cells
              from owing
              left join form_sheet sheet
                on sheet.province_id = owing.province_id and sheet.unit_key = owing.unit_key
               and sheet.period_key = owing.period_key and sheet.form_key = owing.form_key
              left join lateral (
                   select id, name
                     from agency
                    where unit_id = :unit and valid_during @> :today::date
                      and case when owing.agency_kind is null then standing else kind = owing.agency_kind end
                    order by standing desc, key
                    limit 1) agency on true
            """ + FilledCells.COUNTED)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .param("forms", column(asked, each -> each.form().key(), Integer[]::new))
                .param("periods", column(asked, each -> each.period().key(), Integer[]::new))
                .param(
                        "cutOffs",
                        asked.stream()
                                .map(each -> each.form()
                                        .head()
                                        .cutOff()
                                        .to(each.period())
                                        .toString())
                                .toArray(String[]::new))
                .param("cellForms", column(cells, KeptCell::form, Integer[]::new))
                .param("elements", column(cells, cell -> cell.key().element(), Integer[]::new))
                .param(
                        "breakdowns",
                        column(cells, cell -> cell.key().breakdown().key(), Integer[]::new))
                .param("shownElements", column(cells, cell -> element(cell.shownIf()), Integer[]::new))
                .param("shownBreakdowns", column(cells, cell -> breakdown(cell.shownIf()), Integer[]::new))
                .query((row, n) -> owed(unit, Objects.requireNonNull(byKey.get(row.getInt("form_key"))), row))
                .list();
    }

    private static OwedForm owed(UnitId unit, FormDefinition form, ResultSet row) throws SQLException {
        Period period = Period.ofKey(row.getInt("period_key"));
        UUID agency = row.getObject("agency_id", UUID.class);
        int filled = row.getInt("filled");
        return new OwedForm(
                new FormSheet(form.id(), unit, period),
                form.head().code(),
                form.head().nameVi(),
                form.head().nameEn(),
                agency == null ? null : new AgencyId(agency),
                row.getString("agency_name"),
                form.head().dueOn(period),
                row.getObject("sent_at") != null
                        ? OwedForm.State.SENT
                        : filled > 0 ? OwedForm.State.BEGUN : OwedForm.State.NOT_BEGUN,
                filled,
                row.getInt("cells"));
    }

    private static @Nullable Integer element(@Nullable CellKey key) {
        return key == null ? null : key.element();
    }

    private static @Nullable Integer breakdown(@Nullable CellKey key) {
        return key == null ? null : key.breakdown().key();
    }
}
