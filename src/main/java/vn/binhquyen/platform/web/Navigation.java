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
    private static final Entry PLANS = new Entry("/plans", "file-text", "nav.plans");
    private static final Entry REPORTS = new Entry("/reports", "report", "nav.reports");
    private static final Entry AGENCIES = new Entry("/agencies", "building", "nav.agencies", List.of("/units"));
    private static final Entry ACCOUNTS = new Entry("/accounts", "users", "nav.accounts", List.of("/invitations"));

    private static final Entry REGISTERS =
            new Entry("/legal-documents", "database", "nav.registers", List.of("/obsolete-bodies"));

    private static final Entry AUDIT = new Entry("/audit", "history", "nav.audit");

    public List<Entry> entriesFor(Actor actor) {
        if (actor.is(Role.ADMINISTRATOR) || actor.is(Role.SYSTEM_ADMINISTRATOR)) {
            return List.of(HOME, PLANS, REPORTS, AGENCIES, ACCOUNTS, REGISTERS, AUDIT);
        }
        return actor.is(Role.INSPECTOR)
                ? List.of(HOME, PLANS, REPORTS, AGENCIES, AUDIT)
                : List.of(HOME, PLANS, REPORTS, AGENCIES);
    }
}
