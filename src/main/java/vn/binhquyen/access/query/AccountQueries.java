package vn.binhquyen.access.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** Lists of accounts for the people who keep them. */
@Service
@Transactional(readOnly = true)
public class AccountQueries {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;
    private static final int CHOICES = 20;

    private static final String PATTERNS = """
        array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                from regexp_split_to_table(fold(:words), '\\s+') word)
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of fifty, by name; one query. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public AccountPage accounts(AccountFilter filter) {
        List<AccountRow> rows = rows(filter, PAGE + 1);
        return rows.size() <= PAGE
                ? new AccountPage(rows, null)
                : new AccountPage(rows.subList(0, PAGE), rows.get(PAGE - 1).id());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public List<AccountRow> export(AccountFilter filter) {
        return rows(filter, EXPORT);
    }

    /** The first twenty agencies of the unit and below, today, in whose name or unit's name all words stand. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public List<AgencyChoice> agencies(UnitId unit, String words) {
        return jdbc.sql("""
            select agency.id, agency.name, unit.name as unit_name
              from unit top
              join unit on top.path @> unit.path and unit.valid_during @> :today
              join agency on agency.unit_id = unit.id and agency.valid_during @> :today
             where top.id = :unit
               and (:words = '' or fold(concat_ws(' ', agency.name, agency.short_name, unit.name)) like all (
            """ + PATTERNS + """
               ))
             order by nlevel(unit.path), unit.name collate "vi-x-icu", agency.name collate "vi-x-icu", agency.id
             limit :limit
            """)
                .param("unit", unit.value())
                .param("words", words.strip())
                .param("today", LocalDate.now(clock))
                .param("limit", CHOICES)
                .query((row, n) -> new AgencyChoice(
                        new AgencyId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("unit_name")))
                .list();
    }

    /** The active people with a post of today in the unit, by name: whom somebody can leave their work to. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public List<Colleague> colleagues(UnitId unit) {
        return jdbc.sql("""
            select distinct on (account.name collate "vi-x-icu", account.id)
                   account.id, account.username, account.name, agency.name as agency_name
              from agency
              join post on post.agency_id = agency.id and post.valid_during @> :today
              join account on account.id = post.account_id and account.active
             where agency.unit_id = :unit
             order by account.name collate "vi-x-icu", account.id
             limit 500
            """)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Colleague(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("agency_name")))
                .list();
    }

    /**
     * Each person once, with the post that answers the filter: one of today before one to come; a post that is over only
     * where the person has no other.
     */
    private List<AccountRow> rows(AccountFilter filter, int limit) {
        return jdbc.sql("""
                        with held as (
                            select distinct on (post.account_id) post.*, agency.name as agency_name,
                                   unit.id as unit_id, unit.name as unit_name, post.valid_during @> :today as present
                              from unit top
                              join unit on top.path @> unit.path
                              join agency on agency.unit_id = unit.id
                              join post on post.agency_id = agency.id
                             where top.id = :unit
                               and (:agency::uuid is null or agency.id = :agency)
                               and (:role::text is null or :role = any (post.roles))
                               and (post.valid_during && daterange(:today, null)
                                    or not exists (select 1 from post live
                                                    where live.account_id = post.account_id
                                                      and live.valid_during && daterange(:today, null)))
                             order by post.account_id, present desc, lower(post.valid_during) desc)
                        select account.id, account.username, account.name, account.active, held.position, held.present, held.roles,
                               held.agency_id, held.agency_name, held.unit_id, held.unit_name
                          from held
                          join account on account.id = held.account_id
                         where (:state::text is null
                                or case :state when 'CLOSED' then not account.active
                                               when 'WITHOUT_POST' then account.active and not held.present
                                               else account.active and held.present end)
                           and (:words = '' or fold(concat_ws(' ', account.name, account.username, held.position, held.agency_name))
                                               like all (
                        """ + PATTERNS + """
                               ))
                           and (:after::uuid is null or (
                        """ + filter.sort().key + """
                                , account.name collate "vi-x-icu", account.id) > (select
                        """ + filter.sort().keyOfLast + """
                                , last.name collate "vi-x-icu", last.id
                                  from account last left join held last_held on last_held.account_id = last.id
                                 where last.id = :after))
                         order by
                        """
                        + filter.sort().key + """
                                , account.name collate "vi-x-icu", account.id
                         limit :limit
                        """)
                .param("unit", filter.unit().value())
                .param("today", LocalDate.now(clock))
                .param(
                        "agency",
                        filter.agency() == null ? null : filter.agency().value())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param("words", filter.words().strip())
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", limit)
                .query(AccountQueries::account)
                .list();
    }

    private static AccountRow account(ResultSet row, int n) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("position"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                !row.getBoolean("active")
                        ? AccountState.CLOSED
                        : row.getBoolean("present") ? AccountState.ACTIVE : AccountState.WITHOUT_POST,
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .sorted()
                        .toList());
    }
}
