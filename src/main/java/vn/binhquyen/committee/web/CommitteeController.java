package vn.binhquyen.committee.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.committee.Committees;
import vn.binhquyen.committee.query.CommitteeQueries;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;

/** The page of a unit's committee on a day, its spreadsheet, and taking back a decision entered by mistake. */
@Controller
class CommitteeController {
    private final Organization organization;
    private final Committees committees;
    private final CommitteeQueries queries;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    CommitteeController(
            Organization organization,
            Committees committees,
            CommitteeQueries queries,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.organization = organization;
        this.committees = committees;
        this.queries = queries;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/units/{unit}/committee")
    String committee(@PathVariable UnitId unit, @RequestParam(defaultValue = "") String on, Actor actor, Model model) {
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> day = TypedDay.of(on);
        model.addAttribute("unit", organization.unit(unit));
        model.addAttribute("ancestors", organization.ancestors(unit));
        LocalDate present = organization
                .lastDay(unit)
                .filter(lastDay -> lastDay.isBefore(today))
                .orElse(today);
        boolean ended = present.isBefore(today);
        model.addAttribute("committee", queries.of(unit, day.orElse(present)).orElse(null));
        model.addAttribute("ended", ended);
        model.addAttribute("former", queries.former(unit));
        model.addAttribute("typed", on.isBlank() ? TypedDay.show(present) : on);
        model.addAttribute("dateWrong", !on.isBlank() && day.isEmpty());
        model.addAttribute("today", today);
        model.addAttribute("mayChange", !ended && permits.allows(actor, Action.MANAGE, Thing.AGENCY, Place.of(unit)));
        return "committee/committee";
    }

    @GetMapping("/units/{unit}/committee.xlsx")
    ResponseEntity<byte[]> sheet(
            @PathVariable UnitId unit, @RequestParam(required = false) @Nullable String on, Locale locale) {
        LocalDate day = TypedDay.of(on).orElse(LocalDate.now(clock));
        CommitteeView committee = queries.of(unit, day).orElseThrow(() -> new NotFound("committee", unit));
        String title =
                messages.getMessage("committee.title.on", new Object[] {committee.name(), TypedDay.show(day)}, locale);
        return Download.xlsx(
                "ban-vi-su-tien-bo-cua-phu-nu.xlsx", new CommitteeSheet(messages, locale).of(title, committee));
    }

    @PostMapping("/units/{unit}/committee/take-back")
    String takeBack(
            @PathVariable UnitId unit,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            committees.takeBackLast(actor, unit, version);
            redirect.addFlashAttribute("done", messages.getMessage("committee.taken-back", null, locale));
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("refused", messages.getMessage("committee.meanwhile", null, locale));
        }
        return "redirect:/units/" + unit + "/committee";
    }
}
