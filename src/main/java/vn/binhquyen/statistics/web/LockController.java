package vn.binhquyen.statistics.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.quality.LockFilter;
import vn.binhquyen.statistics.quality.LockPage;
import vn.binhquyen.statistics.quality.Locks;
import vn.binhquyen.statistics.quality.NewException;
import vn.binhquyen.statistics.quality.PeriodLock;
import vn.binhquyen.statistics.quality.PeriodLockId;

/** Which periods are locked where, and who is excepted until when. */
@Controller
@RequestMapping("/quality/locks")
class LockController {
    private final Locks locks;
    private final Organization organization;
    private final Permits permits;
    private final QualityWords words;
    private final Clock clock;

    LockController(Locks locks, Organization organization, Permits permits, QualityWords words, Clock clock) {
        this.locks = locks;
        this.organization = organization;
        this.permits = permits;
        this.words = words;
        this.clock = clock;
    }

    /** What the list was asked for, as it stands in the address. */
    record Search(
            @Nullable String q,
            @Nullable Boolean lifted,
            @Nullable String after) {
        LockFilter filter() {
            return new LockFilter(
                    q == null ? "" : q.strip(),
                    Boolean.TRUE.equals(lifted),
                    after == null || after.isBlank() ? null : after);
        }

        public boolean narrowed() {
            return (q != null && !q.isBlank()) || Boolean.TRUE.equals(lifted);
        }

        String link(String path, @Nullable String next) {
            return Address.of(path)
                    .with("q", q)
                    .with("lifted", lifted)
                    .with("after", next)
                    .toString();
        }
    }

    @ModelAttribute("today")
    LocalDate today() {
        return LocalDate.now(clock);
    }

    @GetMapping
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        LockPage page = locks.page(actor, search.filter());
        model.addAttribute("search", search);
        model.addAttribute("locks", page.locks());
        model.addAttribute(
                "mine",
                page.locks().stream()
                        .filter(lock -> may(actor, lock.unit()))
                        .map(PeriodLock::id)
                        .toList());
        model.addAttribute("mayAdd", may(actor, actor.unit()));
        model.addAttribute("next", page.next() == null ? null : search.link("/quality/locks", page.next()));
        model.addAttribute("export", search.link("/quality/locks/export.xlsx", null));
        return "statistics/quality-locks";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "khoa-so-lieu-" + today() + ".xlsx",
                new XlsxSheet(
                        words.say("quality.locks"),
                        List.of(
                                new Column(words.say("quality.unit"), Kind.TEXT),
                                new Column(words.say("quality.period"), Kind.TEXT),
                                new Column(words.say("quality.form"), Kind.TEXT),
                                new Column(words.say("quality.lock.from"), Kind.DATE),
                                new Column(words.say("quality.lock.reason"), Kind.TEXT),
                                new Column(words.say("quality.lock.exceptions"), Kind.TEXT)),
                        locks.export(actor, search.filter()).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(PeriodLock lock) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(lock.unitName());
        cells.add(words.period(lock.period()));
        cells.add(lock.form() == null ? words.say("quality.lock.all") : lock.form());
        cells.add(lock.from());
        cells.add(lock.reason());
        cells.add(String.join(
                "; ",
                lock.exceptions().stream()
                        .filter(excepted -> excepted.isOpen(today()))
                        .map(excepted -> words.say(
                                "quality.lock.excepted", excepted.unitName(), TypedDay.show(excepted.lastDay())))
                        .toList()));
        return cells;
    }

    @GetMapping("/new")
    String empty(Actor actor, Model model) {
        require(actor);
        model.addAttribute("typed", LockForm.empty(today()));
        return form(model, actor);
    }

    @PostMapping("/new")
    String lock(
            @Valid @ModelAttribute("typed") LockForm typed,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        require(actor);
        typed.check(errors);
        if (!errors.hasErrors()) {
            try {
                PeriodLockId id = locks.lock(actor, typed.toLock(actor.unit()));
                redirect.addFlashAttribute("done", words.say("quality.lock.done"));
                return "redirect:/quality/locks/" + id;
            } catch (Refused refusal) {
                errors.rejectValue("period", refusal.code(), refusal.arguments().toArray(), null);
            }
        }
        return form(model, actor);
    }

    private String form(Model model, Actor actor) {
        model.addAttribute("years", PeriodField.choices(today()));
        model.addAttribute("forms", locks.forms(actor));
        model.addAttribute("unitName", organization.unit(actor.unit()).name());
        return "statistics/quality-lock-form";
    }

    @GetMapping("/{id}")
    String one(@PathVariable PeriodLockId id, Model model) {
        model.addAttribute("typed", new ExceptionForm("", "", ""));
        return page(locks.one(id), model);
    }

    private String page(PeriodLock lock, Model model) {
        model.addAttribute("lock", lock);
        model.addAttribute("places", organization.children(lock.unit()));
        return "statistics/quality-lock";
    }

    @PostMapping("/{id}/exceptions")
    String except(
            @PathVariable PeriodLockId id,
            @Valid @ModelAttribute("typed") ExceptionForm typed,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        PeriodLock lock = locks.one(id);
        typed.check(errors);
        List<UnitId> meant = typed.place() == null || typed.place().isBlank()
                ? List.of()
                : locks.named(id, typed.place().strip());
        if (meant.size() != 1 && !errors.hasFieldErrors("place")) {
            errors.rejectValue("place", meant.isEmpty() ? "quality.lock.unit.unknown" : "quality.lock.unit.several");
        }
        if (!errors.hasErrors()) {
            try {
                locks.except(
                        actor,
                        id,
                        new NewException(
                                meant.getFirst(),
                                TypedDay.of(typed.lastDay()).orElseThrow(),
                                String.valueOf(typed.why()).strip()));
                redirect.addFlashAttribute(
                        "done", words.say("quality.lock.excepted.done", String.valueOf(typed.place())));
                return "redirect:/quality/locks/" + id;
            } catch (Refused refusal) {
                errors.rejectValue(
                        refusal.code().contains("last-day") ? "lastDay" : "place",
                        refusal.code(),
                        refusal.arguments().toArray(),
                        null);
            }
        }
        return page(lock, model);
    }

    @PostMapping("/{id}/exceptions/{exception}/removal")
    String takeBack(
            @PathVariable PeriodLockId id, @PathVariable UUID exception, Actor actor, RedirectAttributes redirect) {
        locks.takeBack(actor, id, exception);
        redirect.addFlashAttribute("done", words.say("quality.lock.excepted.gone"));
        return "redirect:/quality/locks/" + id;
    }

    @PostMapping("/{id}/lift")
    String lift(
            @PathVariable PeriodLockId id,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            throw new Refused("quality.lock.reason.missing");
        }
        locks.unlock(actor, id, reason.strip(), version);
        redirect.addFlashAttribute("done", words.say("quality.lock.lifted.done"));
        return "redirect:/quality/locks";
    }

    private boolean may(Actor actor, UnitId unit) {
        return permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Place.of(unit));
    }

    private void require(Actor actor) {
        if (!may(actor, actor.unit())) {
            throw new AccessRefused(actor.account() + " may not lock figures");
        }
    }
}
