package vn.binhquyen.platform.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;

/** The entries of the main navigation that concern a person. */
@Component("navigation")
class Navigation {
    /**
     * @param icon a symbol of the sprite
     * @param label a message key
     * @param beside where else the pages of the entry stand
     */
    public record Entry(String link, String icon, String label, List<String> beside) {
        Entry(String link, String icon, String label) {
            this(link, icon, label, List.of());
        }

        public boolean covers(String path) {
            return link.equals("/")
                    ? path.equals("/")
                    : path.startsWith(link) || beside.stream().anyMatch(path::startsWith);
        }
    }

    private static final Entry HOME = new Entry("/", "checklist", "nav.home");
    private static final Entry PLANS = new Entry("/plans", "file-text", "nav.plans", List.of("/tasks"));
    private static final Entry REPORTS = new Entry("/reports", "report", "nav.reports");
    private static final Entry INDICATORS = new Entry("/indicators", "target", "nav.indicators");
    private static final Entry FORMS = new Entry("/forms/owed", "table", "nav.forms", List.of("/forms", "/entry"));
    private static final Entry CATALOGUE = new Entry("/catalogue", "list-details", "nav.catalogue");

    /** For who keeps figures. */
    private static final Entry QUALITY = new Entry("/quality", "circle-check", "nav.quality");

    private static final Entry UNITS = new Entry("/units", "sitemap", "nav.units", List.of("/reorganisations"));
    private static final Entry AGENCIES = new Entry("/agencies", "building", "nav.agencies");

    /** For who keeps no units: what they read of these stands with the agencies. */
    private static final Entry AGENCIES_AND_UNITS =
            new Entry("/agencies", "building", "nav.agencies", List.of("/units", "/reorganisations"));

    private static final Entry ACCOUNTS = new Entry("/accounts", "users", "nav.accounts", List.of("/invitations"));

    private static final Entry REGISTERS =
            new Entry("/legal-documents", "database", "nav.registers", List.of("/obsolete-bodies", "/agency-types"));

    private static final Entry AUDIT = new Entry("/audit", "history", "nav.audit");

    /** How many stand on the bar of a phone, beside the search; all others stand behind "More". */
    public static final int ON_A_PHONE = 4;

    public List<Entry> restFor(Actor actor) {
        List<Entry> all = entriesFor(actor);
        return all.subList(Math.min(ON_A_PHONE, all.size()), all.size());
    }

    /** Whether the page stands in one of those. */
    public boolean isInRest(Actor actor, String path) {
        return restFor(actor).stream().anyMatch(entry -> entry.covers(path));
    }

    public List<Entry> entriesFor(Actor actor) {
        if (actor.is(Role.ADMINISTRATOR) || actor.is(Role.SYSTEM_ADMINISTRATOR)) {
            return List.of(
                    HOME, UNITS, AGENCIES, ACCOUNTS, REGISTERS, AUDIT, PLANS, REPORTS, INDICATORS, FORMS, CATALOGUE);
        }
        if (actor.is(Role.STANDING_OFFICER) || actor.is(Role.CONSOLIDATOR) || actor.is(Role.STATISTICIAN)) {
            return List.of(HOME, PLANS, REPORTS, INDICATORS, FORMS, QUALITY, CATALOGUE, AGENCIES_AND_UNITS);
        }
        return actor.is(Role.INSPECTOR)
                ? List.of(HOME, PLANS, REPORTS, INDICATORS, FORMS, CATALOGUE, AGENCIES_AND_UNITS, AUDIT)
                : List.of(HOME, PLANS, REPORTS, INDICATORS, FORMS, CATALOGUE, AGENCIES_AND_UNITS);
    }
}
