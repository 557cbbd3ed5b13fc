package vn.binhquyen.statistics.entry;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.FigureWriting;
import vn.binhquyen.statistics.FigureWriting.Written;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.entry.EntryRows.Figure;
import vn.binhquyen.statistics.entry.EntryRows.Opened;
import vn.binhquyen.statistics.entry.EntryRows.Opening;
import vn.binhquyen.statistics.entry.EntryRows.Standing;
import vn.binhquyen.statistics.form.AskedSheet;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;
import vn.binhquyen.statistics.quality.LockedFigures;
import vn.binhquyen.statistics.quality.LockedFigures.Look;

/**
 * Takes parcels of changes in the transaction of who calls: as many statements for those of many people as for one, but for what
 * is rare, such as a clash.
 */
@Component
class Parcels {
    /** So long nobody waits for an import that writes the row of another one; less than after what PostgreSQL looks for deadlocks. */
    private static final int LONGEST_WAIT_MILLIS = 300;

    private final Forms forms;
    private final Elements elements;
    private final LockedFigures locked;
    private final FigureWriting writing;
    private final EntryRows rows;
    private final Clock clock;

    Parcels(Forms forms, Elements elements, LockedFigures locked, FigureWriting writing, EntryRows rows, Clock clock) {
        this.forms = forms;
        this.elements = elements;
        this.locked = locked;
        this.writing = writing;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A parcel whose form is open, and the place of its figures.
     *
     * @param cells those that change with it, and all that these are computed from
     */
    private record Due(Parcel parcel, int form, Look look, Set<CellKey> changed, List<FormCell> cells) {
        Sheet place() {
            return look.sheet();
        }
    }

    /** Waits for whoever enters anything for the unit and period. */
    Map<CellKey, Outcome> take(Parcel parcel) {
        return Objects.requireNonNull(take(List.of(parcel), sheets -> {
                    sheets.forEach(rows::lock);
                    return Set.copyOf(sheets);
                })
                .get(parcel));
    }

    /**
     * Those of different units or periods. Fails where it would have to wait for another transaction.
     *
     * @return not what is for a unit and period for which somebody else is entering: nothing of that is done
     */
    Map<Parcel, Map<CellKey, Outcome>> takeFree(List<Parcel> parcels) {
        return take(parcels, sheets -> rows.lockFree(sheets, LONGEST_WAIT_MILLIS));
    }

    private Map<Parcel, Map<CellKey, Outcome>> take(List<Parcel> parcels, Function<List<Sheet>, Set<Sheet>> lock) {
        Map<Parcel, Map<CellKey, Outcome>> outcomes = new HashMap<>();
        List<Due> open = open(parcels, outcomes);
        if (!open.isEmpty()) {
            Set<Sheet> held = lock.apply(open.stream().map(Due::place).toList());
            takeOpen(open.stream().filter(one -> held.contains(one.place())).toList(), outcomes);
        }
        return outcomes;
    }

    private void takeOpen(List<Due> due, Map<Parcel, Map<CellKey, Outcome>> outcomes) {
        if (due.isEmpty()) {
            return;
        }
        Map<Sheet, Opened> opened = rows.open(due.stream()
                .map(one -> new Opening(
                        one.form(),
                        one.place(),
                        one.parcel().change(),
                        one.parcel().actor().account()))
                .toList());
        Map<Sheet, Set<Integer>> sought = due.stream().collect(toMap(Due::place, one -> elements(one.cells())));
        Map<Sheet, Map<CellKey, Figure>> figures = rows.figures(sought);
        Map<Integer, DataElement> known = elementsOf(due);
        List<Written> written = new ArrayList<>();
        for (Due one : due) {
            Sheet place = one.place();
            Opened sheet = Objects.requireNonNull(opened.get(place));
            Set<Integer> around = sought.getOrDefault(place, Set.of());
            Taking taking = new Taking(
                    one.cells(),
                    known,
                    figures.getOrDefault(place, Map.of()),
                    sheet.before().isEmpty() ? Set.of() : rows.changed(place, sheet.before(), around),
                    one.look().locked().keySet(),
                    sheet.sent(),
                    one.parcel().reason() != null);
            Map<CellKey, Outcome> taken = taking.take(one.parcel().changes());
            if (taken.values().stream().anyMatch(Outcome.Clash.class::isInstance)) {
                tellWhose(taken, place, around);
            }
            outcomes.put(one.parcel(), taken);
            if (!taking.puts().isEmpty()) {
                written.add(written(one, sheet.origin(), taking.puts()));
            }
        }
        if (!written.isEmpty()) {
            writing.write(written);
        }
    }

    private static Written written(Due one, UUID origin, Map<CellKey, @Nullable BigDecimal> puts) {
        Parcel parcel = one.parcel();
        Map<Cell, @Nullable BigDecimal> numbers = new LinkedHashMap<>();
        puts.forEach((key, number) -> numbers.put(key.cell(), number));
        return new Written(
                parcel.actor(),
                parcel.address(),
                one.look(),
                new Values.Act(origin, parcel.change(), parcel.reason()),
                parcel.reason() == null ? ValueStatus.DRAFT : ValueStatus.SUBMITTED,
                numbers);
    }

    /** Of what is closed it is said why. */
    private List<Due> open(List<Parcel> parcels, Map<Parcel, Map<CellKey, Outcome>> outcomes) {
        Map<FormSheet, AskedSheet> asked =
                forms.asked(parcels.stream().map(Parcel::sheet).toList());
        Map<FormId, List<FormCell>> cells = new HashMap<>();
        Map<Sheet, Set<Integer>> elementsOn = new HashMap<>();
        asked.forEach((sheet, one) -> {
            List<FormCell> ofForm =
                    cells.computeIfAbsent(sheet.form(), any -> one.form().cells());
            if (one.place() != null) {
                elementsOn.put(one.place(), elements(ofForm));
            }
        });
        Map<Sheet, Look> looks = locked.look(elementsOn);
        LocalDate today = LocalDate.now(clock);
        List<Due> open = new ArrayList<>();
        for (Parcel parcel : parcels) {
            AskedSheet sheet = Objects.requireNonNull(asked.get(parcel.sheet()));
            Look look = sheet.place() == null ? null : looks.get(sheet.place());
            Refused closed = ClosedSheet.why(sheet, parcel.sheet(), look, today).orElse(null);
            if (closed == null && look != null) {
                Set<CellKey> changed =
                        parcel.changes().stream().map(CellChange::cell).collect(toSet());
                List<FormCell> ofForm = cells.getOrDefault(parcel.sheet().form(), List.of());
                open.add(new Due(parcel, sheet.form().key(), look, changed, Totals.around(ofForm, changed)));
            } else {
                outcomes.put(parcel, refused(parcel, Objects.requireNonNull(closed)));
            }
        }
        return open;
    }

    private static Set<Integer> elements(List<FormCell> cells) {
        return cells.stream().map(cell -> cell.key().element()).collect(toSet());
    }

    private static Map<CellKey, Outcome> refused(Parcel parcel, Refused why) {
        String code = why.arguments().isEmpty() ? why.code() : Taking.SHUT;
        Map<CellKey, Outcome> outcomes = new LinkedHashMap<>();
        parcel.changes().forEach(each -> outcomes.put(each.cell(), new Outcome.Refused(code)));
        return outcomes;
    }

    private Map<Integer, DataElement> elementsOf(Collection<Due> due) {
        Set<Integer> keys = due.stream()
                .flatMap(one -> one.changed().stream())
                .map(CellKey::element)
                .collect(toSet());
        return elements.withKeys(keys).stream().collect(toMap(DataElement::key, Function.identity()));
    }

    private void tellWhose(Map<CellKey, Outcome> outcomes, Sheet place, Set<Integer> known) {
        Map<CellKey, Standing> standing =
                rows.figures(place, known, place.period()).getOrDefault(place.period(), Map.of());
        outcomes.replaceAll((key, outcome) -> {
            if (!(outcome instanceof Outcome.Clash clash)) {
                return outcome;
            }
            Standing theirs = standing.get(key);
            return theirs == null
                    ? rows.takenAway(place, key).orElse(clash)
                    : new Outcome.Clash(theirs.number(), theirs.by(), theirs.at());
        });
    }
}
