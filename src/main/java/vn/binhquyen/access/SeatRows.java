package vn.binhquyen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/**
 * Where somebody may act today, read afresh for every request: nothing remembers a place or a role from the day before.
 */
@Component
class SeatRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    SeatRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The posts of one's own first, the last used one on top, then those of absent people; none for a closed account. */
    List<Seat> of(AccountId account) {
        return jdbc
                .sql("""
                    with seat as (
                        select post.id as post_id, null::uuid as delegation_id, null::text as behalf, post.position, post.roles,
                               post.agency_id, post.id is not distinct from person.last_post_id as last_used,
                               lower(post.valid_during) as since, person.name
                          from account person
                          join post on post.account_id = person.id and post.valid_during @> :today
                         where person.id = :account and person.active
                        union all
                        select post.id, delegation.id, absent.name, post.position,
                               array(select unnest(delegation.roles) intersect select unnest(post.roles) order by 1),
                               post.agency_id, false, lower(delegation.valid_during), person.name
                          from account person
                          join delegation on delegation.account_id = person.id
                               and delegation.ended_at is null and delegation.valid_during @> :today
                          join post on post.id = delegation.post_id and post.valid_during @> :today
                          join account absent on absent.id = post.account_id and absent.active
                         where person.id = :account and person.active)
                    select seat.*, agency.name as agency_name, agency.unit_id, unit.name as unit_name, unit.province_id
                      from seat
                      join agency on agency.id = seat.agency_id
                      join unit on unit.id = agency.unit_id
                     order by delegation_id is not null, last_used desc, since desc, post_id
                    """)
                .param("account", account.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> seat(account, row))
                .list()
                .stream()
                .filter(seat -> !seat.actor().roles().isEmpty())
                .toList();
    }

    void use(AccountId account, PostId post) {
        jdbc.sql("update account set last_post_id = :post where id = :account")
                .param("post", post.value())
                .param("account", account.value())
                .update();
    }

    private static Seat seat(AccountId account, ResultSet row) throws SQLException {
        UUID delegation = row.getObject("delegation_id", UUID.class);
        @Nullable String behalf = row.getString("behalf");
        String name = row.getString("name");
        return new Seat(
                new PostId(row.getObject("post_id", UUID.class)),
                delegation == null ? null : new DelegationId(delegation),
                behalf,
                row.getString("position"),
                row.getString("agency_name"),
                row.getString("unit_name"),
                new Actor(
                        account,
                        behalf == null ? name : name + " (thay mặt " + behalf + ")",
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        row.getShort("province_id"),
                        PostRows.roles(row.getArray("roles"))));
    }
}
