package vn.binhquyen.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

@Component
class AccountRows {
    private static final String SELECT = """
        select account.*, agency.name as agency_name, agency.unit_id, unit.province_id,
               array(select role from account_role where account_id = account.id) as roles
          from account
          join agency on agency.id = account.agency_id
          join unit on unit.id = agency.unit_id
        """;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Account one(AccountId id) {
        return find(id).orElseThrow(() -> new NotFound("account", id));
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + " where account.id = :id")
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> named(String username) {
        return jdbc.sql(SELECT + " where lower(username) = lower(:username)")
                .param("username", username.strip())
                .query(AccountRows::account)
                .optional();
    }

    Optional<String> passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from account where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    AccountId insert(NewAccount account, String hash, OffsetDateTime at, AccountId by) {
        AccountId id = new AccountId(jdbc.sql("""
            insert into account (username, name, position, password_hash, agency_id,
                                 created_at, created_by, updated_at, updated_by)
            values (:username, :name, :position, :hash, :agency, :at, :by, :at, :by)
            returning id
            """)
                .param("username", account.username().strip())
                .param("name", account.name().strip())
                .param("position", account.position())
                .param("hash", hash)
                .param("agency", account.agency().value())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
        insertRoles(id, account.roles());
        return id;
    }

    void update(AccountChange change, OffsetDateTime at, AccountId by) {
        int changed = jdbc.sql("""
            update account
               set name = :name, position = :position, agency_id = :agency, active = :active,
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """)
                .param("name", change.name().strip())
                .param("position", change.position())
                .param("agency", change.agency().value())
                .param("active", change.active())
                .param("at", at)
                .param("by", by.value())
                .param("id", change.id().value())
                .param("version", change.version())
                .update();
        if (changed == 0) {
            throw new Conflict("account", change.id());
        }
        jdbc.sql("delete from account_role where account_id = :id")
                .param("id", change.id().value())
                .update();
        insertRoles(change.id(), change.roles());
    }

    void updatePassword(AccountId id, String hash, OffsetDateTime at, AccountId by) {
        jdbc.sql("""
            update account
               set password_hash = :hash, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id
            """)
                .param("hash", hash)
                .param("at", at)
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    private void insertRoles(AccountId id, Set<Role> roles) {
        jdbc.sql("insert into account_role (account_id, role) select :id, unnest(:roles)")
                .param("id", id.value())
                .param("roles", roles.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("position"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getShort("province_id"),
                row.getBoolean("active"),
                roles(row.getArray("roles")),
                row.getLong("version"));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }
}
