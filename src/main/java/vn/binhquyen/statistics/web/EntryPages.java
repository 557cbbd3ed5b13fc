package vn.binhquyen.statistics.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.PeriodName;
import vn.binhquyen.statistics.entry.EntryCell;
import vn.binhquyen.statistics.entry.EntrySheet;
import vn.binhquyen.statistics.entry.Outcome;
import vn.binhquyen.statistics.entry.Problem;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.quality.Finding;

/** A form with its figures as the entry page shows it, in words and written numbers. */
@Component
class EntryPages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Pattern CELL = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");
    private static final Pattern KEY = Pattern.compile("[1-4](?:19|20|21)\\d\\d\\d\\d");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private final Organization organization;
    private final Breakdowns breakdowns;
    private final QualityWords words;
    private final MessageSource messages;
    private final Clock clock;

    EntryPages(
            Organization organization, Breakdowns breakdowns, QualityWords words, MessageSource messages, Clock clock) {
        this.organization = organization;
        this.breakdowns = breakdowns;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param closed why nothing can be entered; null where it can
     * @param sent who sent it in and when; null while it was not
     * @param wrong what could not be saved or sent, by cell
     */
    record Page(
            String title,
            String code,
            String help,
            String unit,
            String period,
            String dueOn,
            @Nullable String closed,
            @Nullable String sent,
            boolean locked,
            List<GridSection> sections,
            List<Wrong> wrong) {}

    record Wrong(String cell, String label, String message) {}

    record GridSection(int place, String title, String help, List<String> columns, List<GridRow> rows) {}

    /**
     * @param shownIf the cell that must be above zero; null where the row is always asked for
     * @param shown whether it is asked for as the figures stand, or holds some
     * @param cells null where the column is not asked for
     */
    record GridRow(
            String label,
            String unit,
            int indent,
            boolean total,
            @Nullable String shownIf,
            boolean shown,
            List<@Nullable GridCell> cells) {}

    /**
     * @param id element and breakdown, "12.1"
     * @param seen what stands in it, "1234.5"; empty for nothing
     * @param value what the field shows: what was typed where that could not be saved
     * @param before what stood in it a period before, "1234.5"; empty for nothing
     * @param note who gave the figure when; empty for nothing
     * @param locked whether it can't be typed into
     * @param correctable whether it can be changed with a reason
     * @param parts the cells that it adds up, parted by blanks; empty where it is filled in
     * @param wrong why what was typed could not be saved; null where it was
     */
    record GridCell(
            String id,
            String row,
            String column,
            String seen,
            String value,
            String before,
            String beforeShown,
            String change,
            String note,
            int remarks,
            boolean flagged,
            boolean locked,
            boolean correctable,
            boolean required,
            String parts,
            String kind,
            @Nullable String wrong) {
        public boolean computed() {
            return !parts.isEmpty();
        }

        public String label() {
            return row + ", " + column;
        }
    }

    Page page(
            EntrySheet sheet,
            Map<CellKey, String> typed,
            Map<CellKey, Outcome> outcomes,
            List<Problem> problems,
            Locale locale) {
        FormDefinition form = sheet.form();
        boolean english = english(locale);
        Map<Breakdown, Breakdowns.Named> named = named(form);
        Map<CellKey, FormCell> cells =
                form.cells().stream().collect(Collectors.toMap(FormCell::key, Function.identity(), (one, same) -> one));
        List<GridSection> sections = form.sections().stream()
                .map(section -> section(sheet, section, cells, named, typed, outcomes, locale))
                .toList();
        List<GridCell> all = sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(Objects::nonNull)
                .toList();
        List<Wrong> wrong = new ArrayList<>();
        all.stream()
                .filter(cell -> cell.wrong() != null)
                .forEach(cell -> wrong.add(new Wrong(cell.id(), cell.label(), Objects.requireNonNull(cell.wrong()))));
        Map<String, GridCell> byId =
                all.stream().collect(Collectors.toMap(GridCell::id, Function.identity(), (one, same) -> one));
        problems.forEach(problem -> {
            GridCell cell = byId.get(cellId(problem.cell()));
            Finding finding = problem.finding();
            String said = messages.getMessage(
                    problem.code(),
                    finding == null ? null : new Object[] {words.question(finding), words.numbers(finding)},
                    locale);
            String label = cell != null ? cell.label() : finding == null ? "" : words.where(finding);
            wrong.add(new Wrong(cellId(problem.cell()), label, said));
        });
        return new Page(
                form.head().name(english),
                form.head().code(),
                form.head().help(),
                organization.unit(sheet.sheet().unit()).name(),
                period(sheet.sheet().period(), locale),
                form.head().dueOn(sheet.sheet().period()).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
                sheet.closed() == null
                        ? null
                        : messages.getMessage(
                                sheet.closed().code(),
                                sheet.closed().arguments().toArray(),
                                locale),
                sheet.sentAt() == null
                        ? null
                        : messages.getMessage(
                                "entry.sent.by",
                                new Object[] {name(sheet.sentBy(), locale), moment(sheet.sentAt())},
                                locale),
                sheet.closed() != null || sheet.sent(),
                sections,
                wrong);
    }

    /** One cell alone; it is of the form, or there would be no history of it. */
    GridCell cell(EntrySheet sheet, CellKey key, Locale locale) {
        return page(sheet, Map.of(), Map.of(), List.of(), locale).sections().stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell != null && cell.id().equals(cellId(key)))
                .findFirst()
                .orElseThrow(() -> new NotFound("cell of the form", key));
    }

    private GridSection section(
            EntrySheet sheet,
            FormSection section,
            Map<CellKey, FormCell> cells,
            Map<Breakdown, Breakdowns.Named> named,
            Map<CellKey, String> typed,
            Map<CellKey, Outcome> outcomes,
            Locale locale) {
        List<String> columns = section.allColumns().stream()
                .map(column -> columnName(named.get(column), english(locale)))
                .toList();
        List<GridRow> rows = new ArrayList<>();
        for (FormRow row : section.rows()) {
            DataElement element = Objects.requireNonNull(sheet.elements().get(row.element()));
            String label = label(row, element, english(locale));
            List<@Nullable GridCell> inRow = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                CellKey key = new CellKey(row.element(), section.allColumns().get(i));
                FormCell cell = cells.get(key);
                inRow.add(
                        cell == null || row.closed().contains(key.breakdown())
                                ? null
                                : cell(
                                        sheet,
                                        cell,
                                        element,
                                        label,
                                        columns.get(i),
                                        typed.get(key),
                                        outcomes.get(key),
                                        locale));
            }
            CellKey shownIf = row.shownIf();
            rows.add(new GridRow(
                    label,
                    element.unit(),
                    row.indent(),
                    row.total(),
                    shownIf == null ? null : cellId(shownIf),
                    sheet.asksFor(shownIf)
                            || inRow.stream()
                                    .anyMatch(cell ->
                                            cell != null && !cell.value().isEmpty()),
                    inRow));
        }
        return new GridSection(section.place(), section.title(english(locale)), section.help(), columns, rows);
    }

    private GridCell cell(
            EntrySheet sheet,
            FormCell cell,
            DataElement element,
            String row,
            String column,
            @Nullable String typed,
            @Nullable Outcome outcome,
            Locale locale) {
        EntryCell present = Objects.requireNonNull(sheet.cells().get(cell.key()));
        String shown = shown(present.number());
        return new GridCell(
                cellId(cell.key()),
                row,
                column,
                Objects.requireNonNullElse(plain(present.number()), ""),
                typed == null || outcome instanceof Outcome.Saved ? shown : typed,
                Objects.requireNonNullElse(plain(present.before()), ""),
                shown(present.before()),
                signed(present.change()),
                present.at() == null ? "" : note(present.by(), present.at(), locale),
                present.remarks(),
                present.flagged(),
                present.locked() || sheet.isShut(cell.key()),
                present.locked() && !sheet.isShut(cell.key()),
                cell.required(),
                cell.parts().stream().map(EntryPages::cellId).collect(Collectors.joining(" ")),
                element.kind().name(),
                switch (outcome) {
                    case Outcome.Refused refused -> messages.getMessage(refused.code(), null, locale);
                    case Outcome.Clash clash ->
                        messages.getMessage(
                                "entry.clash.typed",
                                new Object[] {shown(clash.theirs()), name(clash.by(), locale), typed},
                                locale);
                    case null, default -> null;
                });
    }

    private Map<Breakdown, Breakdowns.Named> named(FormDefinition form) {
        Set<Breakdown> all = new HashSet<>();
        form.sections().forEach(section -> all.addAll(section.allColumns()));
        return breakdowns.named(all);
    }

    private static String columnName(Breakdowns.@Nullable Named named, boolean english) {
        return named == null ? "" : english ? named.nameEn() : named.nameVi();
    }

    private static String label(FormRow row, DataElement element, boolean english) {
        String own = english && !row.labelEn().isEmpty() ? row.labelEn() : row.labelVi();
        return own.isEmpty() ? element.name(english) : own;
    }

    String period(Period period, Locale locale) {
        return messages.getMessage(PeriodName.of(period), locale);
    }

    String note(@Nullable String by, OffsetDateTime at, Locale locale) {
        return messages.getMessage("entry.note", new Object[] {name(by, locale), moment(at)}, locale);
    }

    private String name(@Nullable String name, Locale locale) {
        return name == null ? messages.getMessage("entry.somebody", null, locale) : name;
    }

    String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).format(MOMENT);
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** @param period its number as facts have it, or its code such as 2026Q2 */
    static FormSheet sheet(FormId form, UnitId unit, String period) {
        Period read = KEY.matcher(period).matches()
                ? ofKey(period)
                : Period.ofCode(period).orElseThrow(() -> new NotFound("period", period));
        return new FormSheet(form, unit, read);
    }

    private static Period ofKey(String key) {
        Period period = Period.ofKey(Integer.parseInt(key));
        if (period.key() != Integer.parseInt(key)) {
            throw new NotFound("period", key);
        }
        return period;
    }

    static String address(FormSheet sheet) {
        return "/entry/" + sheet.form() + "/" + sheet.unit() + "/"
                + sheet.period().code();
    }

    static String cellId(CellKey key) {
        return key.element() + "." + key.breakdown().key();
    }

    /** @throws NotFound where it is no name of a cell */
    static CellKey cell(String id) {
        Matcher cell = CELL.matcher(id);
        if (!cell.matches()) {
            throw new NotFound("cell", id);
        }
        return new CellKey(Integer.parseInt(cell.group(1)), new Breakdown(Integer.parseInt(cell.group(2))));
    }

    /** As the page says what was seen; what is no number was not seen here, so it is nothing. */
    static @Nullable BigDecimal number(@Nullable String plain) {
        return plain == null || !PLAIN.matcher(plain).matches() ? null : new BigDecimal(plain);
    }

    static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    public static String shown(@Nullable BigDecimal number) {
        return number == null ? "" : VietnameseNumbers.format(number);
    }

    private static String signed(@Nullable BigDecimal change) {
        return change == null ? "" : (change.signum() > 0 ? "+" : "") + VietnameseNumbers.format(change);
    }
}
