package vn.binhquyen.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyWorkSource;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyTypes;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reach;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.query.AgencyFilter;
import vn.binhquyen.organization.query.AgencyHistories;
import vn.binhquyen.organization.query.AgencyPage;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.organization.query.OrganizationQueries;
import vn.binhquyen.publishing.Download;

/** The list of agencies, as a page and as a spreadsheet, and the page of one. */
@Controller
class AgencyController {
    private final Organization organization;
    private final OrganizationQueries queries;
    private final AgencyHistories histories;
    private final AgencyTypes types;
    private final Permits permits;
    private final ObjectProvider<AgencyWorkSource> work;
    private final MessageSource messages;
    private final Clock clock;

    AgencyController(
            Organization organization,
            OrganizationQueries queries,
            AgencyHistories histories,
            AgencyTypes types,
            Permits permits,
            ObjectProvider<AgencyWorkSource> work,
            MessageSource messages,
            Clock clock) {
        this.organization = organization;
        this.queries = queries;
        this.histories = histories;
        this.types = types;
        this.permits = permits;
        this.work = work;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the list was asked for, as it stands in the address; null is open. */
    record Asked(
            @Nullable UnitId unit,
            @Nullable String q,
            @Nullable AgencyKind kind,
            @Nullable String type,
            @Nullable Boolean below,
            @Nullable Boolean former,
            @Nullable Boolean ended,
            @Nullable String on,
            @Nullable AgencyId after) {
        AgencyFilter filter(Actor actor) {
            return new AgencyFilter(
                    unit == null ? actor.unit() : unit,
                    Boolean.TRUE.equals(below),
                    showsFormer(),
                    q == null ? "" : q.strip(),
                    kind,
                    type == null || type.isBlank() ? null : type,
                    Boolean.TRUE.equals(ended),
                    TypedDay.of(on).orElse(null),
                    after);
        }

        /** Whether agencies of units that have ended are shown too, as they are until somebody says otherwise. */
        public boolean showsFormer() {
            return !Boolean.FALSE.equals(former);
        }

        /** Whether anything but the unit was asked for. */
        public boolean isNarrowed() {
            return (q != null && !q.isBlank()) || kind != null || (type != null && !type.isBlank());
        }

        /** Whether a date was typed that can't be read. */
        public boolean isDateWrong() {
            return on != null && !on.isBlank() && TypedDay.of(on).isEmpty();
        }

        String link(String path, @Nullable AgencyId next) {
            var link = UriComponentsBuilder.fromPath(path);
            if (unit != null) {
                link.queryParam("unit", unit);
            }
            if (q != null && !q.isBlank()) {
                link.queryParam("q", q.strip());
            }
            if (kind != null) {
                link.queryParam("kind", kind);
            }
            if (type != null && !type.isBlank()) {
                link.queryParam("type", type);
            }
            if (on != null && !on.isBlank()) {
                link.queryParam("on", on.strip());
            }
            if (!showsFormer()) {
                link.queryParam("former", false);
            }
            if (Boolean.TRUE.equals(below)) {
                link.queryParam("below", true);
            }
            if (Boolean.TRUE.equals(ended)) {
                link.queryParam("ended", true);
            }
            if (next != null) {
                link.queryParam("after", next);
            }
            return link.encode().toUriString();
        }
    }

    @GetMapping("/agencies")
    String agencies(Asked asked, Actor actor, Model model) {
        AgencyFilter filter = asked.filter(actor);
        AgencyPage page = queries.agencies(filter);
        Unit unit = organization.unit(filter.unit());
        LocalDate day = filter.on() == null ? LocalDate.now(clock) : filter.on();
        model.addAttribute("unit", unit);
        model.addAttribute(
                "anyFormer", organization.hasFormer(unit.id(), filter.below() ? Reach.BELOW : Reach.OWN, day));
        model.addAttribute("types", types.of(unit.level(), day));
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("rows", page.rows());
        model.addAttribute("today", day);
        model.addAttribute("next", page.next() == null ? null : asked.link("/agencies", page.next()));
        model.addAttribute("export", asked.link("/agencies.xlsx", null));
        model.addAttribute("mayAdd", permits.allows(actor, Action.MANAGE, Thing.AGENCY, Place.of(filter.unit())));
        return "organization/agencies";
    }

    @GetMapping("/agencies.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Actor actor, Locale locale) {
        AgencyFilter filter = asked.filter(actor);
        String title = messages.getMessage(
                "organization.agencies.of",
                new Object[] {organization.unit(filter.unit()).name()},
                locale);
        return Download.xlsx("co-quan.xlsx", new AgencySheet(messages, locale).of(title, queries.export(filter)));
    }

    @GetMapping("/agencies/{id}")
    String agency(@PathVariable AgencyId id, Actor actor, Model model) {
        AgencyRow agency = queries.agency(id);
        Place place = new Place(agency.unit(), id);
        LocalDate today = LocalDate.now(clock);
        Unit unit = organization.unit(agency.unit());
        model.addAttribute("history", histories.of(id));
        model.addAttribute(
                "type",
                types.of(unit.level(), agency.lastDay() == null ? today : agency.lastDay()).stream()
                        .filter(type -> type.code().equals(agency.type()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("agency", agency);
        model.addAttribute("ancestors", organization.ancestors(agency.unit()));
        model.addAttribute(
                "work",
                work.orderedStream()
                        .flatMap(room -> room.workOf(actor, id).stream())
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("mayChange", permits.allows(actor, Action.MANAGE, Thing.AGENCY, place));
        model.addAttribute("maySeeAccounts", permits.allows(actor, Action.MANAGE, Thing.ACCOUNT, place));
        return "organization/agency";
    }
}
