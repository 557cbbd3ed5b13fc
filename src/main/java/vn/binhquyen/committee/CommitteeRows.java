package vn.binhquyen.committee;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

@Component
class CommitteeRows {
    private final JdbcClient jdbc;

    CommitteeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from null where the beginning is not known
     * @param lastDay null while no end is known
     */
    record Life(@Nullable LocalDate from, @Nullable LocalDate lastDay) {}

    record Last(UUID id, DecisionKind kind, LocalDate validFrom) {}

    /** The version of the unit's committee, held until the end of the transaction; -1 where there never was one. */
    long lock(UnitId unit) {
        jdbc.sql("select id from unit where id = :unit for no key update")
                .param("unit", unit.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select version from committee where unit_id = :unit")
                .param("unit", unit.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    void save(UnitId unit, @Nullable String name, OffsetDateTime at, AccountId by) {
        jdbc.sql("""
            insert into committee (unit_id, name, created_at, created_by, updated_at, updated_by)
            values (:unit, coalesce(:name::text, '-'), :at, :by, :at, :by)
            on conflict (unit_id) do update
               set name = coalesce(:name::text, committee.name), version = committee.version + 1,
                   updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """)
                .param("unit", unit.value())
                .param("name", name)
                .param("at", at)
                .param("by", by.value())
                .update();
    }

    Optional<Last> lastDecision(UnitId unit) {
        return jdbc.sql("""
            select id, kind, valid_from from committee_decision
             where unit_id = :unit and taken_back is null
             order by valid_from desc
             limit 1
            """)
                .param("unit", unit.value())
                .query((row, n) -> new Last(
                        row.getObject("id", UUID.class),
                        DecisionKind.valueOf(row.getString("kind")),
                        row.getObject("valid_from", LocalDate.class)))
                .optional();
    }

    UUID insert(NewDecision decision, OffsetDateTime at, AccountId by) {
        return jdbc.sql("""
            insert into committee_decision (unit_id, kind, number, symbol, signed_on, valid_from, signatory,
                                            created_at, created_by)
            values (:unit, :kind, :number, :symbol, :signedOn, :validFrom, :signatory, :at, :by)
            returning id
            """)
                .param("unit", decision.unit().value())
                .param("kind", decision.kind().name())
                .param("number", decision.number())
                .param("symbol", decision.symbol())
                .param("signedOn", decision.signedOn())
                .param("validFrom", decision.validFrom())
                .param("signatory", decision.signatory())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single();
    }

    /** Those who have not left by any decision. */
    List<OpenSeat> open(UnitId unit) {
        return jdbc.sql("select id, person, agency_id, role from committee_seat where unit_id = :unit and closed_by is"
                        + " null")
                .param("unit", unit.value())
                .query((row, n) -> new OpenSeat(
                        row.getObject("id", UUID.class),
                        row.getString("person"),
                        row.getObject("agency_id", UUID.class),
                        SeatRole.valueOf(row.getString("role"))))
                .list();
    }

    void close(Set<UUID> seats, UUID decision, LocalDate from) {
        jdbc.sql("""
            update committee_seat
               set valid_during = daterange(lower(valid_during), :from), closed_by = :decision
             where id = any(:seats)
            """)
                .param("seats", seats.toArray(UUID[]::new))
                .param("decision", decision)
                .param("from", from)
                .update();
    }

    void open(UnitId unit, NewSeat seat, UUID decision, LocalDate from) {
        AgencyId agency = seat.agency();
        AccountId account = seat.account();
        jdbc.sql("""
            insert into committee_seat (unit_id, person, position, agency_id, account_id, role, valid_during, opened_by)
            values (:unit, :person, :position, :agency, :account, :role, daterange(:from, null), :decision)
            """)
                .param("unit", unit.value())
                .param("person", seat.person())
                .param("position", seat.position())
                .param("agency", agency == null ? null : agency.value())
                .param("account", account == null ? null : account.value())
                .param("role", seat.role().name())
                .param("from", from)
                .param("decision", decision)
                .update();
    }

    void takeBack(UUID decision, OffsetDateTime at) {
        jdbc.sql("delete from committee_seat where opened_by = :decision")
                .param("decision", decision)
                .update();
        jdbc.sql("""
            update committee_seat
               set valid_during = daterange(lower(valid_during), null), closed_by = null
             where closed_by = :decision
            """).param("decision", decision).update();
        jdbc.sql("update committee_decision set taken_back = :at where id = :decision")
                .param("at", at)
                .param("decision", decision)
                .update();
    }

    /** The unit's own days, in which its committee can be. */
    Life life(UnitId unit) {
        return jdbc.sql("select lower(valid_during), upper(valid_during) - 1 from unit where id = :unit")
                .param("unit", unit.value())
                .query((row, n) -> new Life(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
    }

    /** Whether the agency is one of the unit on the day. */
    boolean isAgencyOf(UnitId unit, AgencyId agency, LocalDate on) {
        return jdbc.sql("""
            select exists (select 1 from agency where id = :agency and unit_id = :unit and valid_during @> :on)
            """)
                .param("agency", agency.value())
                .param("unit", unit.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** Whether the account has or had a post in the agency, or in any of the unit where none is named. */
    boolean isAccountOf(UnitId unit, @Nullable AgencyId agency, AccountId account) {
        return jdbc.sql("""
            select exists (
                select 1
                  from post
                  join agency on agency.id = post.agency_id
                 where post.account_id = :account and agency.unit_id = :unit
                   and (:agency::uuid is null or agency.id = :agency))
            """)
                .param("account", account.value())
                .param("unit", unit.value())
                .param("agency", agency == null ? null : agency.value())
                .query(Boolean.class)
                .single();
    }
}
