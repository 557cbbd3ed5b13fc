package vn.binhquyen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;

@Component
class InvitationRows {
    private static final String SELECT = """
        select invitation.*, agency.name as agency_name, agency.unit_id, unit.name as unit_name, unit.province_id,
               coalesce(inviter.name, '') as by_name,
               case when invitation.accepted_at is not null then 'ACCEPTED'
                    when invitation.revoked_at is not null then 'REVOKED'
                    when invitation.code_digest is null then 'WAITING'
                    when invitation.expires_at <= :now then 'EXPIRED'
                    when invitation.failed_at is not null then 'FAILED'
                    when invitation.printed_at is not null then 'PRINTED'
                    else 'SENT' end as state
          from invitation
          join agency on agency.id = invitation.agency_id
          join unit on unit.id = agency.unit_id
          left join account inviter on inviter.id = invitation.created_by
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    InvitationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Invitation one(InvitationId id) {
        return jdbc.sql(SELECT + " where invitation.id = :id")
                .param("id", id.value())
                .param("now", now())
                .query(InvitationRows::invitation)
                .optional()
                .orElseThrow(() -> new NotFound("invitation", id));
    }

    Optional<Invitation> with(InvitationCode code) {
        return jdbc.sql(SELECT + " where invitation.code_digest = :digest")
                .param("digest", code.digest())
                .param("now", now())
                .query(InvitationRows::invitation)
                .optional();
    }

    /** Those into agencies of the unit and below, the latest first. */
    List<Invitation> within(UnitId unit, boolean openOnly, @Nullable InvitationId after, int limit) {
        return jdbc.sql(SELECT + """
              join unit top on top.id = :unit and top.path @> unit.path
             where (not :openOnly or (invitation.accepted_at is null and invitation.revoked_at is null))
               and (:after::uuid is null or invitation.id < :after)
             order by invitation.id desc
             limit :limit
            """)
                .param("unit", unit.value())
                .param("openOnly", openOnly)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .param("now", now())
                .query(InvitationRows::invitation)
                .list();
    }

    boolean emailInvited(String email) {
        return jdbc.sql("""
            select exists (
                select 1 from invitation
                 where lower(email) = lower(:email) and accepted_at is null and revoked_at is null)
            """).param("email", email).query(Boolean.class).single();
    }

    InvitationId insert(AgencyId agency, NewInvitation invitation, AccountId by) {
        return new InvitationId(jdbc.sql("""
            insert into invitation (name, position, email, phone, agency_id, roles, created_at, created_by)
            values (:name, :position, :email, :phone, :agency, :roles, :now, :by)
            returning id
            """)
                .param("name", invitation.person().name())
                .param("position", invitation.position())
                .param("email", invitation.person().email())
                .param("phone", invitation.person().phone())
                .param("agency", agency.value())
                .param("roles", PostRows.names(invitation.roles()))
                .param("now", now())
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    /** @param rows people as JSON, as {@link SheetPreview.Row} has them */
    List<InvitationId> insertAll(String rows, AccountId by) {
        return jdbc.sql("""
            insert into invitation (name, position, email, phone, agency_id, roles, created_at, created_by)
            select person->>'name', person->>'position', person->>'email', person->>'phone',
                   (person->'agency'->>'value')::uuid,
                   array(select jsonb_array_elements_text(person->'roles')), :now, :by
              from jsonb_array_elements(:rows::jsonb) person
            returning id
            """)
                .param("rows", rows)
                .param("now", now())
                .param("by", by.value())
                .query((row, n) -> new InvitationId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Invitation> all(List<InvitationId> ids) {
        return jdbc.sql(SELECT + " where invitation.id = any (:ids)")
                .param("ids", ids.stream().map(InvitationId::value).toArray(UUID[]::new))
                .param("now", now())
                .query(InvitationRows::invitation)
                .list();
    }

    /** A new code in the place of any before. */
    void setCode(InvitationId id, InvitationCode code, OffsetDateTime until, boolean printed) {
        jdbc.sql("""
            update invitation
               set code_digest = :digest, expires_at = :until, failed_at = null, sent_at = null,
                   printed_at = case when :printed then :now end
             where id = :id and accepted_at is null and revoked_at is null
            """)
                .param("digest", code.digest())
                .param("until", until)
                .param("printed", printed)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void noteSent(InvitationId id, boolean taken) {
        jdbc.sql("""
            update invitation
               set sent_at = case when :taken then :now end, failed_at = case when not :taken then :now end
             where id = :id
            """)
                .param("taken", taken)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** Whether it was still open; two who use one code at once don't both pass. */
    boolean accept(InvitationId id) {
        return jdbc.sql("""
            select id from invitation
             where id = :id and accepted_at is null and revoked_at is null and expires_at > :now
               for update
            """)
                .param("id", id.value())
                .param("now", now())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void noteAccepted(InvitationId id, AccountId account) {
        jdbc.sql("update invitation set accepted_at = :now, account_id = :account where id = :id")
                .param("now", now())
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    boolean revoke(InvitationId id) {
        return jdbc.sql("""
            update invitation set revoked_at = :now where id = :id and accepted_at is null and revoked_at is null
            """).param("now", now()).param("id", id.value()).update() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new Person(row.getString("name"), row.getString("email"), row.getString("phone")),
                row.getString("position"),
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("agency_name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getShort("province_id"),
                PostRows.roles(row.getArray("roles")),
                Invitation.State.valueOf(row.getString("state")),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getString("by_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                account == null ? null : new AccountId(account));
    }
}
