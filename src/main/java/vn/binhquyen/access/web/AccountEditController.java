package vn.binhquyen.access.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.Delegations;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.access.Posts;
import vn.binhquyen.access.query.AccountQueries;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;

/** Opening an account, and changing one: its person, roles and state, its password. */
@Controller
class AccountEditController {
    private static final Map<String, String> FIELDS = Map.of(
            "access.username-taken", "username", "access.role-not-yours", "roles", "access.role-missing", "roles");

    private final Accounts accounts;
    private final AccountQueries queries;
    private final Organization organization;
    private final Permissions permissions;
    private final Posts posts;
    private final Delegations delegations;
    private final RoleChoices roles;
    private final MessageSource messages;
    private final Clock clock;

    AccountEditController(
            Accounts accounts,
            AccountQueries queries,
            Organization organization,
            Permissions permissions,
            Posts posts,
            Delegations delegations,
            RoleChoices roles,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.queries = queries;
        this.organization = organization;
        this.permissions = permissions;
        this.posts = posts;
        this.delegations = delegations;
        this.roles = roles;
        this.messages = messages;
        this.clock = clock;
    }

    /** First the agency is chosen, then the person is described. */
    @GetMapping("/accounts/new")
    String newAccount(
            @RequestParam @Nullable AgencyId agency,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Model model) {
        if (agency == null) {
            model.addAttribute("choices", queries.agencies(actor.unit(), q));
            model.addAttribute("words", q.strip());
            return "access/choose-agency";
        }
        model.addAttribute("form", AccountForm.empty());
        return opening(actor, agency, model);
    }

    @PostMapping("/accounts/new")
    String open(
            @RequestParam AgencyId agency,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return opening(actor, agency, model);
        }
        try {
            AccountId id = accounts.open(actor, agency, form.toNew(agency));
            done(redirect, locale, "access.opened", Objects.requireNonNull(form.name()));
            return "redirect:/accounts/" + id;
        } catch (Refused refusal) {
            reject(errors, refusal, FIELDS.getOrDefault(refusal.code(), "password"));
            return opening(actor, agency, model);
        }
    }

    @GetMapping("/accounts/{id}")
    String account(@PathVariable AccountId id, Actor actor, Model model) {
        Account account = accounts.account(id);
        model.addAttribute("form", AccountChangeForm.of(account));
        model.addAttribute("password", PasswordForm.empty());
        return page(account, actor, model);
    }

    @PostMapping("/accounts/{id}")
    String change(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("form") AccountChangeForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Account account = accounts.account(id);
        model.addAttribute("password", PasswordForm.empty());
        if (errors.hasErrors()) {
            return page(account, actor, model);
        }
        try {
            accounts.change(actor, id, account.agency(), form.toChange(account));
            done(redirect, locale, "access.changed", Objects.requireNonNull(form.name()));
            return "redirect:/accounts/" + id;
        } catch (Refused refusal) {
            reject(errors, refusal, refusal.code().equals("access.email-taken") ? "email" : "roles");
            return page(account, actor, model);
        } catch (Conflict meanwhile) {
            Account present = accounts.account(id);
            model.addAttribute("form", form.over(present.version()));
            model.addAttribute("meanwhile", true);
            return page(present, actor, model);
        }
    }

    @PostMapping("/accounts/{id}/password")
    String setPassword(
            @PathVariable AccountId id,
            @Valid @ModelAttribute("password") PasswordForm password,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Account account = accounts.account(id);
        if (!password.agrees()) {
            errors.rejectValue("again", "access.password.differs");
        }
        if (!errors.hasErrors()) {
            try {
                accounts.resetPassword(actor, id, Objects.requireNonNull(password.next()));
                done(redirect, locale, "access.password.set-for", account.name());
                return "redirect:/accounts/" + id;
            } catch (Refused refusal) {
                reject(errors, refusal, "next");
            }
        }
        model.addAttribute("form", AccountChangeForm.of(account));
        return page(account, actor, model);
    }

    private String opening(Actor actor, AgencyId id, Model model) {
        Agency agency = organization.agency(id);
        if (!permissions.allows(actor, Action.MANAGE, Thing.ACCOUNT, new Place(agency.unit(), id))) {
            throw new AccessRefused(actor.account() + " may not open accounts in " + id);
        }
        model.addAttribute("agency", agency);
        model.addAttribute("unit", organization.unit(agency.unit()));
        model.addAttribute("roles", roles.givenBy(actor, agency.unit()));
        return "access/new-account";
    }

    private String page(Account account, Actor actor, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("unit", organization.unit(account.unit()));
        model.addAttribute("roles", roles.givenBy(actor, account.unit(), account.roles()));
        model.addAttribute("posts", posts.of(account.id()));
        model.addAttribute("delegations", delegations.of(account.id()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("history", accounts.history(account.id()));
        model.addAttribute("self", account.id().equals(actor.account()));
        return "access/account";
    }

    private static void reject(BindingResult errors, Refused refusal, String field) {
        errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
    }

    private void done(RedirectAttributes redirect, Locale locale, String key, Object... arguments) {
        redirect.addFlashAttribute("done", messages.getMessage(key, arguments, locale));
    }
}
