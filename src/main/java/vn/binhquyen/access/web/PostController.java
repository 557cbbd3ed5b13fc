package vn.binhquyen.access.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
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
import vn.binhquyen.access.Permissions;
import vn.binhquyen.access.Post;
import vn.binhquyen.access.PostId;
import vn.binhquyen.access.Posts;
import vn.binhquyen.access.query.AccountQueries;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;

/** Giving a person another post, in the place of the present one or beside it, and ending one. */
@Controller
class PostController {
    private final Accounts accounts;
    private final Posts posts;
    private final AccountQueries queries;
    private final Organization organization;
    private final Permissions permissions;
    private final RoleChoices roles;
    private final MessageSource messages;
    private final Clock clock;

    PostController(
            Accounts accounts,
            Posts posts,
            AccountQueries queries,
            Organization organization,
            Permissions permissions,
            RoleChoices roles,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.queries = queries;
        this.organization = organization;
        this.permissions = permissions;
        this.roles = roles;
        this.messages = messages;
        this.clock = clock;
    }

    /** First the agency is chosen, then the post is described. */
    @GetMapping("/accounts/{id}/agency")
    String choose(
            @PathVariable AccountId id,
            @RequestParam @Nullable AgencyId agency,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Model model) {
        Account account = accounts.account(id);
        model.addAttribute("account", account);
        if (agency == null) {
            model.addAttribute("choices", queries.agencies(actor.unit(), q));
            model.addAttribute("words", q.strip());
            return "access/choose-agency";
        }
        model.addAttribute(
                "form",
                new PostForm(
                        account.position(),
                        account.roles(),
                        TypedDay.show(LocalDate.now(clock)),
                        null,
                        false,
                        account.version()));
        return page(agency, actor, model);
    }

    @PostMapping("/accounts/{id}/agency")
    String give(
            @PathVariable AccountId id,
            @RequestParam AgencyId agency,
            @Valid @ModelAttribute("form") PostForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Account account = accounts.account(id);
        model.addAttribute("account", account);
        form.check(errors);
        if (errors.hasErrors()) {
            return page(agency, actor, model);
        }
        long version = Objects.requireNonNullElse(form.version(), account.version());
        try {
            if (Boolean.TRUE.equals(form.also()) || !account.inPost()) {
                posts.begin(actor, id, agency, form.toNew(), version);
            } else {
                posts.move(actor, account.post(), agency, form.toNew(), version);
            }
        } catch (Refused refusal) {
            errors.rejectValue(
                    refusal.code().startsWith("access.post") ? "from" : "roles",
                    refusal.code(),
                    refusal.arguments().toArray(),
                    null);
            return page(agency, actor, model);
        }
        done(
                redirect,
                locale,
                "access.moved",
                account.name(),
                organization.agency(agency).name());
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/posts/{id}/end")
    String end(
            @PathVariable PostId id,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        Post post = posts.post(id);
        LocalDate day = TypedDay.of(lastDay).orElseThrow(() -> new Refused("access.day.wrong"));
        posts.end(actor, id, day, version);
        done(redirect, locale, "access.post.ended", post.agencyName(), TypedDay.show(day));
        return "redirect:/accounts/" + post.account();
    }

    private String page(AgencyId id, Actor actor, Model model) {
        Agency agency = organization.agency(id);
        if (!permissions.allows(actor, Action.MANAGE, Thing.ACCOUNT, new Place(agency.unit(), id))) {
            throw new AccessRefused(actor.account() + " may not give posts in " + id);
        }
        model.addAttribute("agency", agency);
        model.addAttribute("unit", organization.unit(agency.unit()));
        model.addAttribute("roles", roles.givenBy(actor, agency.unit()));
        return "access/post";
    }

    private void done(RedirectAttributes redirect, Locale locale, String key, Object... arguments) {
        redirect.addFlashAttribute("done", messages.getMessage(key, arguments, locale));
    }
}
