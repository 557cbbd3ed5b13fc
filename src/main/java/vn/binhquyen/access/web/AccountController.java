package vn.binhquyen.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.access.query.AccountFilter;
import vn.binhquyen.access.query.AccountPage;
import vn.binhquyen.access.query.AccountQueries;
import vn.binhquyen.access.query.AccountRow;
import vn.binhquyen.access.query.AccountSort;
import vn.binhquyen.access.query.AccountState;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;

/** The list of accounts, as a page and as a spreadsheet. */
@Controller
class AccountController {
    private final AccountQueries queries;
    private final Organization organization;
    private final MessageSource messages;

    AccountController(AccountQueries queries, Organization organization, MessageSource messages) {
        this.queries = queries;
        this.organization = organization;
        this.messages = messages;
    }

    /** What the list was asked for, as it stands in the address; null is open. */
    record Asked(
            @Nullable UnitId unit,
            @Nullable AgencyId agency,
            @Nullable String q,
            @Nullable Role role,
            @Nullable AccountState state,
            @Nullable AccountSort sort,
            @Nullable AccountId after) {
        AccountFilter filter(Actor actor) {
            return new AccountFilter(
                    unit == null ? actor.unit() : unit,
                    q == null ? "" : q.strip(),
                    agency,
                    role,
                    state,
                    sort == null ? AccountSort.NAME : sort,
                    after);
        }

        public boolean isNarrowed() {
            return (q != null && !q.isBlank()) || role != null || state != null || agency != null;
        }

        String link(String path, @Nullable AccountId next) {
            var link = UriComponentsBuilder.fromPath(path);
            if (unit != null) {
                link.queryParam("unit", unit);
            }
            if (agency != null) {
                link.queryParam("agency", agency);
            }
            if (q != null && !q.isBlank()) {
                link.queryParam("q", q.strip());
            }
            if (role != null) {
                link.queryParam("role", role);
            }
            if (state != null) {
                link.queryParam("state", state);
            }
            if (sort != null) {
                link.queryParam("sort", sort);
            }
            if (next != null) {
                link.queryParam("after", next);
            }
            return link.encode().toUriString();
        }
    }

    @GetMapping("/accounts")
    String accounts(Asked asked, Actor actor, Model model) {
        AccountFilter filter = asked.filter(actor);
        AccountPage page = queries.accounts(filter);
        model.addAttribute("asked", asked);
        model.addAttribute("rows", page.rows());
        model.addAttribute("roles", Role.values());
        model.addAttribute("states", AccountState.values());
        model.addAttribute("sorts", AccountSort.values());
        model.addAttribute("unit", organization.unit(filter.unit()));
        model.addAttribute("own", organization.unit(actor.unit()));
        model.addAttribute("units", organization.children(actor.unit()));
        model.addAttribute("agencies", organization.agenciesOf(filter.unit()));
        model.addAttribute("next", page.next() == null ? null : asked.link("/accounts", page.next()));
        model.addAttribute("export", asked.link("/accounts.xlsx", null));
        return "access/accounts";
    }

    @GetMapping("/accounts.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Actor actor, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (AccountRow account : queries.export(asked.filter(actor))) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(account.name());
            cells.add(account.username());
            cells.add(account.position());
            cells.add(account.agencyName());
            cells.add(account.unitName());
            cells.add(account.roles().stream()
                    .map(role -> text("access.role." + role, locale))
                    .collect(Collectors.joining("; ")));
            cells.add(text("access.state." + account.state(), locale));
            rows.add(cells);
        }
        List<XlsxSheet.Column> columns = List.of(
                        "access.name",
                        "access.username",
                        "access.position",
                        "access.agency",
                        "access.unit",
                        "access.roles",
                        "access.state")
                .stream()
                .map(key -> new XlsxSheet.Column(text(key, locale), XlsxSheet.Kind.TEXT))
                .toList();
        return Download.xlsx("tai-khoan.xlsx", new XlsxSheet(text("access.accounts", locale), columns, rows));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
