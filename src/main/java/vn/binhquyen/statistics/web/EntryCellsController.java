package vn.binhquyen.statistics.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.entry.EntryCell;
import vn.binhquyen.statistics.entry.EntrySheet;
import vn.binhquyen.statistics.entry.Outcome;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;

/** What the script of the entry page asks: to take a parcel of changed cells, and what stands in all cells now. */
@RestController
@RequestMapping("/entry/{form}/{unit}/{period}/cells")
class EntryCellsController {
    private final Entries entries;
    private final EntryPages pages;
    private final MessageSource messages;

    EntryCellsController(Entries entries, EntryPages pages, MessageSource messages) {
        this.entries = entries;
        this.pages = pages;
        this.messages = messages;
    }

    /** @param id how the browser calls the parcel, the same when it is sent again */
    record Parcel(UUID id, List<Change> changes) {}

    /**
     * @param cell element and breakdown, "12.1"
     * @param seen the figure that stood there, "1234.5"; null for none
     */
    record Change(String cell, @Nullable String seen, String typed) {}

    /**
     * @param outcome SAVED, REFUSED or CLASH
     * @param number what stands in the cell now, "1234.5"; null for none, or where the change was refused
     * @param message why it was refused, else null
     * @param by who changed it meanwhile, else null
     */
    record Answer(
            String cell,
            String outcome,
            @Nullable String number,
            @Nullable String message,
            @Nullable String by,
            @Nullable String at) {}

    /** @param note who gave the figure when, in the language of the page; empty where there is none */
    record Present(@Nullable String number, boolean locked, String note) {}

    @GetMapping
    Map<String, Present> present(
            @PathVariable FormId form, @PathVariable UnitId unit, @PathVariable String period, Locale locale) {
        Map<String, Present> present = new HashMap<>();
        EntrySheet sheet = entries.sheet(EntryPages.sheet(form, unit, period));
        sheet.cells()
                .forEach((key, cell) -> present.put(
                        EntryPages.cellId(key),
                        new Present(
                                EntryPages.plain(cell.number()),
                                cell.locked() || sheet.isShut(key),
                                note(cell, locale))));
        return present;
    }

    private String note(EntryCell cell, Locale locale) {
        return cell.at() == null ? "" : pages.note(cell.by(), cell.at(), locale);
    }

    @PostMapping
    List<Answer> take(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestBody(required = false) @Nullable Parcel parcel,
            Actor actor,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        List<CellChange> changes = parcel == null
                ? List.of()
                : parcel.changes().stream()
                        .map(change -> new CellChange(
                                EntryPages.cell(change.cell()), EntryPages.number(change.seen()), change.typed()))
                        .toList();
        UUID id = parcel == null ? UUID.randomUUID() : parcel.id();
        return entries.save(actor, sheet, id, changes).entrySet().stream()
                .map(each -> answer(each.getKey(), each.getValue(), locale))
                .toList();
    }

    private Answer answer(CellKey key, Outcome outcome, Locale locale) {
        String cell = EntryPages.cellId(key);
        return switch (outcome) {
            case Outcome.Saved saved -> new Answer(cell, "SAVED", EntryPages.plain(saved.number()), null, null, null);
            case Outcome.Refused refused ->
                new Answer(cell, "REFUSED", null, messages.getMessage(refused.code(), null, locale), null, null);
            case Outcome.Clash clash ->
                new Answer(
                        cell,
                        "CLASH",
                        EntryPages.plain(clash.theirs()),
                        null,
                        clash.by() == null ? messages.getMessage("entry.somebody", null, locale) : clash.by(),
                        clash.at() == null ? null : pages.moment(clash.at()));
        };
    }
}
