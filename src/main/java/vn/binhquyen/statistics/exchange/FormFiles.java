package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.XlsxFilled;
import vn.binhquyen.publishing.XlsxForm;
import vn.binhquyen.publishing.XlsxForms;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.PeriodName;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.entry.EntryCell;
import vn.binhquyen.statistics.entry.EntrySheet;
import vn.binhquyen.statistics.entry.Outcome;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormLabels;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;

/**
 * A form as a workbook, and back. The workbook knows what stood in each cell when it was made: only what was changed in it
 * counts, and where somebody else changed the same cell meanwhile, nobody's figure is lost.
 */
@Service
public class FormFiles {
    public static final int LARGEST = 2_000_000;

    private static final String FORM = "form";
    private static final String UNIT = "unit";
    private static final String PERIOD = "period";
    private static final String STOOD = "stood.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Entries entries;
    private final Forms forms;
    private final Organization organization;
    private final MessageSource messages;
    private final TransactionTemplate tried;

    FormFiles(
            Entries entries,
            Forms forms,
            Organization organization,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.forms = forms;
        this.organization = organization;
        this.messages = messages;
        this.tried = new TransactionTemplate(transactions);
        this.tried.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What a filled form would do.
     *
     * @param faults where it is wrong; nothing of it can be taken then
     */
    public record Look(List<Fault> faults, List<Change> changes) {
        public Look {
            faults = List.copyOf(faults);
            changes = List.copyOf(changes);
        }

        /** What has to be taken, once somebody has looked at it. */
        public List<CellChange> taken() {
            return changes.stream()
                    .map(change -> new CellChange(
                            change.cell(),
                            change.before(),
                            change.after() == null ? "" : VietnameseNumbers.format(change.after())))
                    .toList();
        }
    }

    /**
     * A cell that is wrong.
     *
     * @param label what it is called in the form
     * @param typed what stands in it
     * @param why key of a message
     * @param theirs what somebody else wrote meanwhile, where that is what is wrong
     */
    public record Fault(String sheet, String reference, String label, String typed, String why, String theirs) {}

    public record Change(
            CellKey cell,
            String label,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /** The form with what stands in it. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public byte[] write(FormSheet sheet, Locale locale) {
        EntrySheet present = entries.sheet(sheet);
        Refused closed = present.closed();
        if (closed != null) {
            throw closed;
        }
        FormDefinition form = present.form();
        FormLabels labels = forms.labels(form);
        boolean english = locale.getLanguage().equals("en");
        Map<CellKey, FormCell> cells = new HashMap<>();
        form.cells().forEach(cell -> cells.put(cell.key(), cell));
        Map<String, String> identity = new HashMap<>(Map.of(
                FORM, sheet.form().toString(),
                UNIT, sheet.unit().toString(),
                PERIOD, String.valueOf(sheet.period().key())));
        present.cells().forEach((key, cell) -> {
            if (cell.number() != null) {
                identity.put(STOOD + id(key), cell.number().toPlainString());
            }
        });
        return XlsxForms.write(new XlsxForm(
                form.head().code(),
                head(sheet, form, english, locale),
                form.sections().stream()
                        .map(section -> part(section, labels, cells, present.cells(), english, locale))
                        .toList(),
                identity));
    }

    private List<String> head(FormSheet sheet, FormDefinition form, boolean english, Locale locale) {
        return Stream.of(
                        form.head().name(english),
                        organization.unit(sheet.unit()).name() + " – " + period(sheet.period(), locale),
                        say(
                                "form.file.due",
                                locale,
                                form.head().dueOn(sheet.period()).format(DAY)),
                        say("form.file.how", locale),
                        form.head().help())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private XlsxForm.Part part(
            FormSection section,
            FormLabels labels,
            Map<CellKey, FormCell> cells,
            Map<CellKey, EntryCell> present,
            boolean english,
            Locale locale) {
        List<String> headers = new ArrayList<>(List.of(say("form.element", locale), say("form.unit", locale)));
        section.allColumns().forEach(column -> headers.add(labels.column(column, english)));
        List<XlsxForm.Row> rows = new ArrayList<>();
        for (FormRow row : section.rows()) {
            List<XlsxForm.@Nullable Slot> slots = new ArrayList<>();
            for (Breakdown column : section.allColumns()) {
                CellKey key = new CellKey(row.element(), column);
                FormCell cell = row.closed().contains(column) ? null : cells.get(key);
                EntryCell standing = present.get(key);
                slots.add(
                        cell == null
                                ? null
                                : new XlsxForm.Slot(
                                        id(key),
                                        standing == null ? null : standing.number(),
                                        cell.parts().stream().map(FormFiles::id).toList()));
            }
            rows.add(new XlsxForm.Row(
                    labels.row(row, english) + (row.required() ? " *" : ""),
                    labels.element(row.element()).unit(),
                    row.indent(),
                    row.total(),
                    slots));
        }
        return new XlsxForm.Part(section.title(english), section.help(), headers, rows);
    }

    /**
     * Says what a filled form would do; changes nothing.
     *
     * @throws Refused where it is too large, none of ours, or of another form, unit or period
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public Look look(Actor actor, FormSheet sheet, byte[] file, Locale locale) {
        XlsxFilled filled = read(sheet, file, locale);
        EntrySheet present = entries.sheet(sheet);
        Refused closed = present.closed();
        if (closed != null) {
            throw closed;
        }
        FormDefinition form = present.form();
        Map<CellKey, String> labels = names(form, locale);
        List<Fault> faults = new ArrayList<>();
        Map<CellKey, CellChange> changes = new LinkedHashMap<>();
        for (FormCell cell : form.cells()) {
            if (!cell.computed()) {
                XlsxFilled.Cell found = filled.cells().get(id(cell.key()));
                String label = Objects.requireNonNull(labels.get(cell.key()));
                if (found == null) {
                    faults.add(new Fault("", "", label, "", "form.file.gone", ""));
                } else {
                    change(filled, cell.key(), found, label, faults, changes);
                }
            }
        }
        List<Change> made = new ArrayList<>();
        trial(actor, sheet, List.copyOf(changes.values())).forEach((key, outcome) -> {
            XlsxFilled.Cell at = Objects.requireNonNull(filled.cells().get(id(key)));
            String label = Objects.requireNonNull(labels.get(key));
            String typed = Objects.requireNonNull(changes.get(key)).typed();
            switch (outcome) {
                case Outcome.Refused refused ->
                    faults.add(new Fault(at.sheet(), at.reference(), label, typed, refused.code(), ""));
                case Outcome.Clash clash ->
                    faults.add(new Fault(
                            at.sheet(),
                            at.reference(),
                            label,
                            typed,
                            "form.file.meanwhile",
                            clash.theirs() == null ? "–" : VietnameseNumbers.format(clash.theirs())));
                case Outcome.Saved saved -> {
                    EntryCell standing = present.cells().get(key);
                    BigDecimal before = standing == null ? null : standing.number();
                    if (!same(before, saved.number())) {
                        made.add(new Change(key, label, before, saved.number()));
                    }
                }
            }
        });
        faults.sort(
                Comparator.comparing(Fault::sheet).thenComparing(FormFiles::row).thenComparing(Fault::reference));
        return new Look(faults, made);
    }

    private static int row(Fault fault) {
        String digits = fault.reference().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static void change(
            XlsxFilled filled,
            CellKey key,
            XlsxFilled.Cell found,
            String label,
            List<Fault> faults,
            Map<CellKey, CellChange> changes) {
        String stood = filled.identity().get(STOOD + id(key));
        BigDecimal seen = stood == null ? null : new BigDecimal(stood);
        switch (found.holds()) {
            case DATE -> faults.add(new Fault(found.sheet(), found.reference(), label, "", "form.file.date", ""));
            case ERROR ->
                faults.add(new Fault(found.sheet(), found.reference(), label, found.text(), "form.file.error", ""));
            case TEXT -> changes.put(key, new CellChange(key, seen, found.text()));
            case NOTHING -> {
                if (seen != null) {
                    changes.put(key, new CellChange(key, seen, ""));
                }
            }
            case NUMBER -> {
                BigDecimal number = Objects.requireNonNull(found.number());
                if (!same(seen, number)) {
                    changes.put(key, new CellChange(key, seen, VietnameseNumbers.format(number)));
                }
            }
        }
    }

    /** What would become of the changes; undone at once. */
    private Map<CellKey, Outcome> trial(Actor actor, FormSheet sheet, List<CellChange> changes) {
        return changes.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(tried.execute(status -> {
                    status.setRollbackOnly();
                    return entries.save(actor, sheet, UUID.randomUUID(), changes);
                }));
    }

    /**
     * Takes what somebody looked at, all of it or nothing.
     *
     * @return how many cells were changed
     * @throws Refused where something of it can't be taken any more
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional
    public int take(Actor actor, FormSheet sheet, List<CellChange> changes) {
        boolean all = entries.save(actor, sheet, UUID.randomUUID(), changes).values().stream()
                .allMatch(Outcome.Saved.class::isInstance);
        if (!all) {
            throw new Refused("form.file.changed-meanwhile");
        }
        return changes.size();
    }

    private XlsxFilled read(FormSheet sheet, byte[] file, Locale locale) {
        if (file.length == 0) {
            throw new Refused("form.file.none");
        }
        if (file.length > LARGEST) {
            throw new Refused("form.file.large", LARGEST / 1_000_000);
        }
        XlsxFilled filled;
        try {
            filled = XlsxFilled.read(file);
        } catch (IOException unreadable) {
            throw new Refused("form.file.unreadable");
        }
        Map<String, String> identity = filled.identity();
        if (!identity.containsKey(FORM)) {
            throw new Refused("form.file.foreign");
        }
        if (!sheet.form().toString().equals(identity.get(FORM))) {
            throw new Refused("form.file.other-form");
        }
        if (!sheet.unit().toString().equals(identity.get(UNIT))) {
            throw new Refused("form.file.other-unit");
        }
        String period = Objects.requireNonNullElse(identity.get(PERIOD), "");
        if (!period.equals(String.valueOf(sheet.period().key()))) {
            throw new Refused(
                    "form.file.other-period",
                    period.matches("[1-4]\\d{6}") ? period(Period.ofKey(Integer.parseInt(period)), locale) : period,
                    period(sheet.period(), locale));
        }
        return filled;
    }

    private Map<CellKey, String> names(FormDefinition form, Locale locale) {
        FormLabels labels = forms.labels(form);
        boolean english = locale.getLanguage().equals("en");
        Map<CellKey, String> names = new HashMap<>();
        for (FormSection section : form.sections()) {
            for (FormRow row : section.rows()) {
                for (Breakdown column : section.allColumns()) {
                    names.put(
                            new CellKey(row.element(), column),
                            labels.row(row, english) + " – " + labels.column(column, english));
                }
            }
        }
        return names;
    }

    private String period(Period period, Locale locale) {
        return messages.getMessage(PeriodName.of(period), locale);
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }

    private static String id(CellKey key) {
        return key.element() + "." + key.breakdown().key();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
    }
}
