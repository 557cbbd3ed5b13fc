package vn.binhquyen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.NotFound;

@Component
class DelegationRows {
    private static final String SELECT = """
        select delegation.*, lower(delegation.valid_during) as from_day, upper(delegation.valid_during) - 1 as last_day,
               absent.name as absent, person.name as delegate, agency.name as agency_name
          from delegation
          join post on post.id = delegation.post_id
          join agency on agency.id = post.agency_id
          join account absent on absent.id = post.account_id
          join account person on person.id = delegation.account_id
        """;

    private final JdbcClient jdbc;

    DelegationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Delegation one(DelegationId id) {
        return jdbc.sql(SELECT + " where delegation.id = :id")
                .param("id", id.value())
                .query(DelegationRows::delegation)
                .optional()
                .orElseThrow(() -> new NotFound("delegation", id));
    }

    /** Those by the person and those to the person, the latest first. */
    List<Delegation> about(AccountId account) {
        return jdbc.sql(SELECT + """
             where post.account_id = :account or delegation.account_id = :account
             order by lower(delegation.valid_during) desc, delegation.id desc
             limit 100
            """)
                .param("account", account.value())
                .query(DelegationRows::delegation)
                .list();
    }

    boolean taken(PostId post, AccountId account, LocalDate from, LocalDate lastDay) {
        return jdbc.sql("""
            select exists (
                select 1 from delegation
                 where post_id = :post and account_id = :account and ended_at is null
                   and valid_during && daterange(:from, :lastDay, '[]'))
            """)
                .param("post", post.value())
                .param("account", account.value())
                .param("from", from)
                .param("lastDay", lastDay)
                .query(Boolean.class)
                .single();
    }

    DelegationId insert(PostId post, AccountId account, NewDelegation delegation, OffsetDateTime at, AccountId by) {
        return new DelegationId(jdbc.sql("""
            insert into delegation (post_id, account_id, roles, valid_during, reason, created_at, created_by)
            values (:post, :account, :roles, daterange(:from, :lastDay, '[]'), :reason, :at, :by)
            returning id
            """)
                .param("post", post.value())
                .param("account", account.value())
                .param("roles", PostRows.names(delegation.roles()))
                .param("from", delegation.from())
                .param("lastDay", delegation.lastDay())
                .param("reason", delegation.reason().strip())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    /** Whether it was open until now. */
    boolean end(DelegationId id, OffsetDateTime at, AccountId by) {
        return jdbc.sql("update delegation set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                        .param("at", at)
                        .param("by", by.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void endOf(PostId post, OffsetDateTime at, AccountId by) {
        jdbc.sql("update delegation set ended_at = :at, ended_by = :by where post_id = :post and ended_at is null")
                .param("at", at)
                .param("by", by.value())
                .param("post", post.value())
                .update();
    }

    private static Delegation delegation(ResultSet row, int n) throws SQLException {
        return new Delegation(
                new DelegationId(row.getObject("id", UUID.class)),
                new PostId(row.getObject("post_id", UUID.class)),
                row.getString("absent"),
                row.getString("agency_name"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("delegate"),
                PostRows.roles(row.getArray("roles")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("ended_at", OffsetDateTime.class) != null);
    }
}
