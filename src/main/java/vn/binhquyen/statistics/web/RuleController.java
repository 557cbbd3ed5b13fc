package vn.binhquyen.statistics.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
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
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.quality.FigureRuleId;
import vn.binhquyen.statistics.quality.FigureRules;
import vn.binhquyen.statistics.quality.KeptRule;
import vn.binhquyen.statistics.quality.Rule;
import vn.binhquyen.statistics.quality.RuleFilter;
import vn.binhquyen.statistics.quality.Severity;

/** The rules by which figures are checked: a list for everybody, a form for who keeps them. */
@Controller
@RequestMapping("/quality/rules")
class RuleController {
    private final FigureRules rules;
    private final Permits permits;
    private final QualityWords words;

    RuleController(FigureRules rules, Permits permits, QualityWords words) {
        this.rules = rules;
        this.permits = permits;
        this.words = words;
    }

    /** What the list was asked for, as it stands in the address. */
    record Search(
            @Nullable String q,
            @Nullable Severity severity,
            @Nullable Boolean active,
            RuleFilter.@Nullable Sort sort,
            @Nullable String after) {
        RuleFilter filter() {
            return new RuleFilter(
                    q == null ? "" : q.strip(),
                    severity,
                    active,
                    sort == null ? RuleFilter.Sort.SEVERITY : sort,
                    after == null || after.isBlank() ? null : after);
        }

        public boolean narrowed() {
            return (q != null && !q.isBlank()) || severity != null || active != null;
        }

        String link(String path, @Nullable String next) {
            return Address.of(path)
                    .with("q", q)
                    .with("severity", severity)
                    .with("active", active)
                    .with("sort", sort)
                    .with("after", next)
                    .toString();
        }
    }

    @ModelAttribute("severities")
    Severity[] severities() {
        return Severity.values();
    }

    @GetMapping
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        FigureRules.RulePage page = rules.page(actor, search.filter());
        model.addAttribute("search", search);
        model.addAttribute("rules", page.rules());
        model.addAttribute("sorts", RuleFilter.Sort.values());
        model.addAttribute(
                "mine",
                page.rules().stream()
                        .filter(rule -> may(actor, rule.rule().place()))
                        .map(KeptRule::id)
                        .toList());
        model.addAttribute("mayAdd", may(actor, Place.of(actor.unit())));
        model.addAttribute("next", page.next() == null ? null : search.link("/quality/rules", page.next()));
        model.addAttribute("export", search.link("/quality/rules/export.xlsx", null));
        return "statistics/quality-rules";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "quy-tac-kiem-tra-so-lieu.xlsx",
                new XlsxSheet(
                        words.say("quality.rules"),
                        List.of(
                                new Column(words.say("quality.rule.code"), Kind.TEXT),
                                new Column(words.say("quality.question"), Kind.TEXT),
                                new Column(words.say("quality.severity"), Kind.TEXT),
                                new Column(words.say("quality.rule.condition"), Kind.TEXT),
                                new Column(words.say("quality.rule.tolerance"), Kind.NUMBER),
                                new Column(words.say("quality.advice"), Kind.TEXT),
                                new Column(words.say("quality.rule.owner"), Kind.TEXT),
                                new Column(words.say("quality.state"), Kind.TEXT)),
                        rules.export(actor, search.filter()).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(KeptRule kept) {
        Rule rule = kept.rule();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(rule.code());
        cells.add(rule.question(words.english()));
        cells.add(words.say("quality.severity." + rule.severity()));
        cells.add(rule.left() + " " + rule.comparator() + " " + rule.right());
        cells.add(rule.tolerance());
        cells.add(rule.advice(words.english()));
        cells.add(kept.ownerName() == null ? words.say("quality.rule.country") : kept.ownerName());
        cells.add(words.say(kept.active() ? "quality.rule.active" : "quality.rule.inactive"));
        return cells;
    }

    @GetMapping("/new")
    String empty(Actor actor, Model model) {
        require(actor, Place.of(actor.unit()));
        model.addAttribute("form", RuleForm.empty());
        return "statistics/quality-rule-form";
    }

    @PostMapping("/new")
    String add(
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect) {
        require(actor, Place.of(actor.unit()));
        check(form, errors);
        if (!errors.hasErrors()) {
            try {
                rules.add(actor, form.toRule(ownerFor(actor)));
                return saved(form, redirect);
            } catch (Refused refusal) {
                reject(errors, refusal);
            }
        }
        return "statistics/quality-rule-form";
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable FigureRuleId id, Actor actor, Model model) {
        KeptRule kept = rules.one(id);
        require(actor, kept.rule().place());
        model.addAttribute("kept", kept);
        model.addAttribute("form", RuleForm.of(kept));
        return "statistics/quality-rule-form";
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable FigureRuleId id,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        KeptRule kept = rules.one(id);
        require(actor, kept.rule().place());
        model.addAttribute("kept", kept);
        check(form, errors);
        if (!errors.hasErrors()) {
            try {
                rules.change(actor, id, form.toRule(kept.rule().owner()), form.version() == null ? -1 : form.version());
                return saved(form, redirect);
            } catch (Refused refusal) {
                reject(errors, refusal);
            } catch (Conflict meanwhile) {
                model.addAttribute("form", form.over(kept.version()));
                model.addAttribute("meanwhile", true);
            }
        }
        return "statistics/quality-rule-form";
    }

    @PostMapping("/{id}/use")
    String use(
            @PathVariable FigureRuleId id,
            @RequestParam boolean active,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect) {
        rules.use(actor, id, active, version);
        redirect.addFlashAttribute(
                "done",
                words.say(
                        active ? "quality.rule.used" : "quality.rule.unused",
                        rules.one(id).rule().code()));
        return "redirect:/quality/rules";
    }

    private void check(RuleForm form, BindingResult errors) {
        form.check(errors);
        checkSide(form.left(), "left", errors);
        checkSide(form.right(), "right", errors);
    }

    private void checkSide(@Nullable String side, String field, BindingResult errors) {
        if (side != null && !side.isBlank()) {
            rules.wrong(side)
                    .ifPresent(refusal -> errors.rejectValue(
                            field, refusal.code(), refusal.arguments().toArray(), null));
        }
    }

    private static void reject(BindingResult errors, Refused refusal) {
        String field = refusal.code().equals("quality.rule.no-figure") ? "left" : "code";
        errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
    }

    private String saved(RuleForm form, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.say("quality.rule.saved", String.valueOf(form.code())));
        return "redirect:/quality/rules";
    }

    /** The nation keeps the rules of the whole country. */
    private static @Nullable UnitId ownerFor(Actor actor) {
        return actor.unit().equals(Organization.NATION) ? null : actor.unit();
    }

    private boolean may(Actor actor, Place place) {
        return permits.allows(actor, Action.MANAGE, Thing.INDICATOR, place);
    }

    private void require(Actor actor, Place place) {
        if (!may(actor, place)) {
            throw new AccessRefused(actor.account() + " does not keep the rules of figures there");
        }
    }
}
