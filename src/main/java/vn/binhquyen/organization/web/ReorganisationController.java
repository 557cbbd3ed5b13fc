package vn.binhquyen.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Proposal;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Unit;

/** The wizard for changes of units: say what changes, see what hangs on it, decide, take back. */
@Controller
class ReorganisationController {
    private final Reorganisations reorganisations;
    private final Organization organization;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    ReorganisationController(
            Reorganisations reorganisations,
            Organization organization,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.organization = organization;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/units/{keeper}/reorganise")
    String form(
            @PathVariable UnitId keeper,
            @RequestParam(defaultValue = "MERGE") Kind kind,
            @RequestParam(required = false) @Nullable UnitId from,
            Actor actor,
            Model model) {
        require(actor, keeper);
        return form(keeper, ReorganiseForm.empty(kind, from, LocalDate.now(clock)), model);
    }

    @PostMapping("/units/{keeper}/reorganise")
    String propose(
            @PathVariable UnitId keeper,
            @RequestParam Kind kind,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Model model,
            Locale locale) {
        require(actor, keeper);
        ReorganiseForm form = ReorganiseForm.of(kind, typed);
        try {
            ReorganisationId id = reorganisations.propose(actor, keeper, form.toChange());
            return "redirect:/reorganisations/" + id;
        } catch (Refused refusal) {
            String sentence =
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
            model.addAttribute("wrong", Map.of(field(refusal.code()), sentence));
            return form(keeper, form, model);
        }
    }

    @GetMapping("/reorganisations/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        Proposal proposal = reorganisations.proposal(new ReorganisationId(id));
        Reorganisation change = proposal.change();
        Map<UnitId, Unit> named = Stream.of(
                        change.from().stream(),
                        change.to().stream().map(Successor::existing).filter(Objects::nonNull),
                        Stream.ofNullable(change.parent()))
                .flatMap(Function.identity())
                .distinct()
                .map(organization::unit)
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        model.addAttribute("proposal", proposal);
        model.addAttribute("change", change);
        model.addAttribute("named", named);
        model.addAttribute("keeper", organization.unit(proposal.keeper()));
        boolean open = proposal.state() == Proposal.State.PROPOSED;
        boolean toCome = change.on().isAfter(LocalDate.now(clock));
        boolean may = permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(proposal.keeper()));
        model.addAttribute("effects", open ? reorganisations.effects(proposal.id()) : List.of());
        model.addAttribute("endings", open ? reorganisations.ending(proposal.id()) : List.of());
        model.addAttribute("moving", open ? reorganisations.moving(proposal.id()) : List.of());
        model.addAttribute("toCome", toCome);
        model.addAttribute("mayDecide", may && open);
        model.addAttribute("mayUndo", may && toCome && proposal.state() == Proposal.State.DECIDED);
        return "organization/reorganisation";
    }

    @PostMapping("/reorganisations/{id}/decide")
    String decide(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        return after(
                redirect,
                locale,
                "reorganise.decided",
                id,
                () -> reorganisations.decide(actor, new ReorganisationId(id), version));
    }

    @PostMapping("/reorganisations/{id}/undo")
    String undo(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        return after(
                redirect,
                locale,
                "reorganise.undone",
                id,
                () -> reorganisations.undo(actor, new ReorganisationId(id), version));
    }

    @PostMapping("/reorganisations/{id}/discard")
    String discard(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        return after(
                redirect,
                locale,
                "reorganise.discarded",
                id,
                () -> reorganisations.discard(actor, new ReorganisationId(id), version));
    }

    private String after(RedirectAttributes redirect, Locale locale, String done, UUID id, Runnable step) {
        try {
            step.run();
            redirect.addFlashAttribute("done", messages.getMessage(done, null, locale));
        } catch (Refused refusal) {
            redirect.addFlashAttribute(
                    "refused",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("refused", messages.getMessage("reorganise.meanwhile", null, locale));
        }
        return "redirect:/reorganisations/" + id;
    }

    private String form(UnitId keeper, ReorganiseForm form, Model model) {
        Unit unit = organization.unit(keeper);
        List<Unit> children = organization.children(keeper);
        List<Unit> chosen = form.from().stream()
                .filter(id -> !id.isBlank())
                .map(UnitId::of)
                .map(organization::unit)
                .filter(one -> children.stream().noneMatch(child -> child.id().equals(one.id())))
                .toList();
        model.addAttribute("keeper", unit);
        model.addAttribute("form", form);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "units", Stream.concat(chosen.stream(), children.stream()).toList());
        model.addAttribute(
                "parents", Stream.concat(Stream.of(unit), children.stream()).toList());
        model.addAttribute("levels", List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.VILLAGE));
        return "organization/reorganise";
    }

    private static String field(String code) {
        return switch (code) {
            case "organization.date.wrong", "reorganise.not-there", "reorganise.changed-since" -> "on";
            case "organization.unit.name.missing" -> "name";
            case "organization.unit.code.missing",
                    "organization.unit-code-taken",
                    "organization.province-code-not-a-number" -> "code";
            case "reorganise.shares-over-the-whole", "reorganise.share-not-positive", "reorganise.share-unreadable" ->
                "share";
            case "reorganise.cycle", "organization.parent-not-there" -> "parent";
            case "organization.level-not-below-parent" -> "level";
            default -> "from";
        };
    }

    private void require(Actor actor, UnitId keeper) {
        if (!permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(keeper))) {
            throw new AccessRefused(actor.account() + " may not change units of " + keeper);
        }
    }
}
