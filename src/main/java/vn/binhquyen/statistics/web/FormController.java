package vn.binhquyen.statistics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormFilter;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormLine;
import vn.binhquyen.statistics.form.FormState;
import vn.binhquyen.statistics.form.Forms;
import vn.binhquyen.statistics.form.OwedForm;

/** The forms that concern a unit, those that it owes, and the way of one form from draft to retirement. */
@Controller
class FormController {
    private static final int PAGE = 25;
    private static final int EXPORT = 5_000;

    private final Forms forms;
    private final FormDesign design;
    private final Organization organization;
    private final Permits permits;
    private final FormWords words;
    private final Clock clock;

    FormController(
            Forms forms, FormDesign design, Organization organization, Permits permits, FormWords words, Clock clock) {
        this.forms = forms;
        this.design = design;
        this.organization = organization;
        this.permits = permits;
        this.words = words;
        this.clock = clock;
    }

    /** The filter as it stands in the address; what is not given or not understood leaves the question open. */
    record Search(
            @Nullable String q,
            @Nullable FormState state,
            Period.@Nullable Kind kind,
            FormFilter.@Nullable Sort sort,
            @Nullable FormId after) {
        FormFilter filter(int size) {
            return new FormFilter(
                    q == null ? "" : q, state, kind, sort == null ? FormFilter.Sort.CODE : sort, after, size);
        }

        public boolean narrowed() {
            return (q != null && !q.isBlank()) || state != null || kind != null;
        }

        String link(String path, @Nullable FormId next) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            if (q != null && !q.isBlank()) {
                address.queryParam("q", q.strip());
            }
            if (state != null) {
                address.queryParam("state", state);
            }
            if (kind != null) {
                address.queryParam("kind", kind);
            }
            if (sort != null) {
                address.queryParam("sort", sort);
            }
            if (next != null) {
                address.queryParam("after", next);
            }
            return address.encode().toUriString();
        }
    }

    @GetMapping("/forms")
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        List<FormLine> found = forms.list(actor, search.filter(PAGE + 1));
        boolean more = found.size() > PAGE;
        List<FormLine> lines = more ? found.subList(0, PAGE) : found;
        model.addAttribute("lines", lines);
        model.addAttribute("states", FormState.values());
        model.addAttribute("kinds", Period.Kind.values());
        model.addAttribute("sorts", FormFilter.Sort.values());
        model.addAttribute("mayMake", mayKeep(actor, Place.of(actor.unit())));
        model.addAttribute("next", more ? search.link("/forms", lines.getLast().id()) : null);
        model.addAttribute("export", search.link("/forms.xlsx", null));
        return "statistics/forms";
    }

    @GetMapping("/forms.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "bieu-so-lieu-" + LocalDate.now(clock) + ".xlsx",
                new XlsxSheet(
                        words.say("forms"),
                        List.of(
                                new Column(words.say("form.code"), Kind.TEXT),
                                new Column(words.say("form.edition"), Kind.NUMBER),
                                new Column(words.say("form.name"), Kind.TEXT),
                                new Column(words.say("form.owner"), Kind.TEXT),
                                new Column(words.say("form.kind"), Kind.TEXT),
                                new Column(words.say("form.levels"), Kind.TEXT),
                                new Column(words.say("form.agency"), Kind.TEXT),
                                new Column(words.say("form.rows"), Kind.NUMBER),
                                new Column(words.say("form.state"), Kind.TEXT),
                                new Column(words.say("form.from"), Kind.DATE),
                                new Column(words.say("form.last-day"), Kind.DATE)),
                        forms.list(actor, search.filter(EXPORT)).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(FormLine line) {
        return Arrays.asList(
                line.code(),
                line.edition(),
                line.name(words.english()),
                line.ownerName() == null ? words.say("form.country") : line.ownerName(),
                words.say("form.kind." + line.periodKind()),
                words.levels(line.levels()),
                words.say(line.agencyKind() == null ? "form.standing" : "organization.kind." + line.agencyKind()),
                line.rows(),
                words.say("form.state." + line.state()),
                line.from(),
                line.lastDay());
    }

    /** What the actor's unit owes; first what the actor's own agency has to fill. */
    @GetMapping("/forms/owed")
    String owed(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<OwedForm> owed = forms.owedBy(actor.unit(), today);
        List<OwedForm> shown = mine
                ? owed.stream()
                        .filter(form -> actor.agency().equals(form.agency()))
                        .toList()
                : owed;
        model.addAttribute("mine", mine);
        model.addAttribute("any", !owed.isEmpty());
        model.addAttribute("unit", organization.unit(actor.unit()));
        model.addAttribute("mayWrite", permits.allows(actor, Action.WRITE, Thing.INDICATOR, Place.of(actor.unit())));
        model.addAttribute("today", today);
        model.addAttribute(
                "open",
                shown.stream()
                        .filter(form -> form.state() != OwedForm.State.SENT)
                        .toList());
        model.addAttribute(
                "sent",
                shown.stream()
                        .filter(form -> form.state() == OwedForm.State.SENT)
                        .toList());
        return "statistics/forms-owed";
    }

    @GetMapping("/forms/{id}")
    String form(@PathVariable FormId id, Actor actor, Model model) {
        FormDefinition form = visible(id, actor);
        boolean mayKeep = mayKeep(actor, form.head().place());
        model.addAttribute("form", form);
        model.addAttribute(
                "owner",
                form.head().owner() == null
                        ? words.say("form.country")
                        : organization.unit(form.head().owner()).name());
        model.addAttribute("grid", FormGrid.of(form, forms.labels(form), words.english()));
        model.addAttribute("mayKeep", mayKeep);
        model.addAttribute("faults", mayKeep && form.state() == FormState.DRAFT ? design.faults(id) : List.of());
        return "statistics/form";
    }

    @PostMapping("/forms/{id}/activation")
    String activate(@PathVariable FormId id, @RequestParam long version, Actor actor, RedirectAttributes redirect) {
        design.activate(actor, id, version);
        redirect.addFlashAttribute("done", words.say("form.activated"));
        return "redirect:/forms/" + id;
    }

    @PostMapping("/forms/{id}/retirement")
    String retire(
            @PathVariable FormId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String lastDay,
            Actor actor,
            RedirectAttributes redirect) {
        design.retire(
                actor, id, TypedDay.of(lastDay).orElseThrow(() -> new Refused("organization.date.wrong")), version);
        redirect.addFlashAttribute("done", words.say("form.retired"));
        return "redirect:/forms/" + id;
    }

    @PostMapping("/forms/{id}/edition")
    String newEdition(@PathVariable FormId id, Actor actor, RedirectAttributes redirect) {
        FormId draft = design.newEdition(actor, id);
        redirect.addFlashAttribute("done", words.say("form.edition.begun"));
        return "redirect:/forms/" + draft + "/design";
    }

    @PostMapping("/forms/{id}/discard")
    String discard(@PathVariable FormId id, @RequestParam long version, Actor actor, RedirectAttributes redirect) {
        design.discard(actor, id, version);
        redirect.addFlashAttribute("done", words.say("form.discarded"));
        return "redirect:/forms";
    }

    /** A draft is shown to who may change it; to everybody else there is none. */
    private FormDefinition visible(FormId id, Actor actor) {
        return forms.form(id)
                .filter(form -> form.state() != FormState.DRAFT
                        || mayKeep(actor, form.head().place()))
                .orElseThrow(() -> new NotFound("form", id));
    }

    private boolean mayKeep(Actor actor, Place place) {
        return permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Objects.requireNonNull(place));
    }
}
