package vn.binhquyen.intake.web.registers;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.intake.EntryId;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.Register;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.intake.RegisterPage;
import vn.binhquyen.intake.knowledge.RegisterEntry;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The pages of a register: list and form. What differs between registers is what a form holds and how it looks. */
abstract class RegisterController<E extends RegisterEntry, F extends RegisterForm<E>> {

    /**
     * @param path where the list is
     * @param list template of the list
     * @param form template of the form
     * @param name field that says what the entry is, at which an entry that is there already is refused
     */
    record Pages(String path, String list, String form, String name) {}

    private final Register<E> register;
    private final Pages pages;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    RegisterController(Register<E> register, Pages pages, Permits permits, MessageSource messages, Clock clock) {
        this.register = register;
        this.pages = pages;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    abstract F empty();

    abstract F filled(Kept<E> kept);

    RegisterSheets sheets(Locale locale) {
        return new RegisterSheets(messages, locale);
    }

    @GetMapping
    String list(Asked asked, Actor actor, Model model) {
        RegisterPage<E> page = register.page(asked.filter());
        EntryId next = page.next();
        model.addAttribute("asked", asked);
        model.addAttribute("states", RegisterFilter.State.values());
        model.addAttribute("sorts", RegisterFilter.Sort.values());
        model.addAttribute("rows", page.rows());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("next", next == null ? null : asked.link(pages.path(), next.value()));
        model.addAttribute("export", asked.link(pages.path() + "/export.xlsx", null));
        model.addAttribute("mayChange", mayChange(actor));
        return pages.list();
    }

    @GetMapping("/new")
    String fresh(Actor actor, Model model) {
        require(actor);
        model.addAttribute("form", empty());
        return pages.form();
    }

    @PostMapping("/new")
    String add(
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        return save(form, errors, () -> register.add(actor, form.toEntry()))
                ? done(redirect, locale, "register.added", form.toEntry())
                : pages.form();
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable EntryId id, Actor actor, Model model) {
        require(actor);
        Kept<E> kept = register.one(id);
        model.addAttribute("kept", kept);
        model.addAttribute("form", filled(kept));
        return pages.form();
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable EntryId id,
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        Kept<E> kept = register.one(id);
        model.addAttribute("kept", kept);
        try {
            return save(form, errors, () -> register.change(actor, id, form.toEntry(), seen(form)))
                    ? done(redirect, locale, "register.changed", form.toEntry())
                    : pages.form();
        } catch (Conflict meanwhile) {
            model.addAttribute("form", form.over(kept.version()));
            model.addAttribute("meanwhile", true);
            return pages.form();
        }
    }

    @PostMapping("/{id}/remove")
    String remove(
            @PathVariable EntryId id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        E entry = register.one(id).entry();
        register.remove(actor, id, version);
        return done(redirect, locale, "register.removed", entry);
    }

    /** False where the form says at its fields why it was not saved. */
    private boolean save(F form, BindingResult errors, Runnable saving) {
        form.check(errors);
        if (errors.hasErrors()) {
            return false;
        }
        try {
            saving.run();
            return true;
        } catch (Refused taken) {
            errors.rejectValue(pages.name(), taken.code(), taken.arguments().toArray(), null);
            return false;
        }
    }

    private static long seen(RegisterForm<?> form) {
        @Nullable Long version = form.version();
        return version == null ? -1 : version;
    }

    private boolean mayChange(Actor actor) {
        return permits.allows(actor, Action.MANAGE, Thing.REFERENCE, Place.of(actor.unit()));
    }

    private void require(Actor actor) {
        if (!mayChange(actor)) {
            throw new AccessRefused(actor.account() + " may not change " + pages.path());
        }
    }

    private String done(RedirectAttributes redirect, Locale locale, String key, E entry) {
        redirect.addFlashAttribute("done", messages.getMessage(key, new Object[] {entry.name()}, locale));
        return "redirect:" + pages.path();
    }
}
