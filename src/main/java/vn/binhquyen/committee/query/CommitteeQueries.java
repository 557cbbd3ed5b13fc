package vn.binhquyen.committee.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.committee.query.CommitteeView.Decided;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.FormerUnit;

/** A committee on a day, with its decisions and vacancies. */
@Service
@Transactional(readOnly = true)
public class CommitteeQueries {
    /** Why a seat is vacant on a day; the name of the query's day is {@code :on}. */
    static final String VACANCY = """
        case when agency.merged_into is null and upper(agency.valid_during) <= :on::date then 'AGENCY_ENDED'
             when not account.active then 'ACCOUNT_CLOSED'
             -- no post there by now, although posts of the person are known
             when exists (select 1 from post where account_id = account.id and lower(valid_during) <= :on::date)
              and not exists (
                  select 1
                    from post
                    join agency place on place.id = post.agency_id
                   where post.account_id = account.id and post.valid_during @> :on::date
                     and (place.id = coalesce(agency.merged_into, agency.id)
                          or agency.id is null and place.unit_id = seat.unit_id)) then 'MOVED' end
        """;

    /** Of units whose place {@code :unit} took until the day {@code :on}. */
    static final String FORMER = """
        select former.id as former_id, former.name as former_name, upper(former.valid_during) - 1 as former_last_day
          from unit_and_former(:unit, :on::date) passed
          join unit former on former.id = passed.id and former.id <> :unit and upper(former.valid_during) <= :on::date
          join lateral (select kind from committee_decision
                         where unit_id = former.id and taken_back is null
                         order by valid_from desc limit 1) last on last.kind <> 'DISSOLVE'
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CommitteeQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param name of the person and of the agency */
    public record Person(
            AccountId account, String name, @Nullable String position, AgencyId agency, String agencyName) {}

    /** Empty where the unit never had one. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public Optional<CommitteeView> of(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select committee.name, committee.version, upper(unit.valid_during) - 1 as last_day
              from committee
              join unit on unit.id = unit_id
             where unit_id = :unit
            """)
                .param("unit", unit.value())
                .query((row, n) -> view(
                        row.getString("name"),
                        row.getLong("version"),
                        unit,
                        on,
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** People with an open account in the unit, to be linked to a seat. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public List<Person> people(UnitId unit) {
        return jdbc.sql("""
            select account.id, account.name, post.position, agency.id as agency_id, agency.name as agency_name
              from agency
              join post on post.agency_id = agency.id and post.valid_during @> :today
              join account on account.id = post.account_id and account.active
             where agency.unit_id = :unit
             order by account.name collate "vi-x-icu", account.id
            """)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Person(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("position"),
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        row.getString("agency_name")))
                .list();
    }

    /** The committees that stood to the end of units whose place this one took, the latest first. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public List<FormerUnit> former(UnitId unit) {
        return jdbc.sql(FORMER + "order by former_last_day desc, former.name collate \"vi-x-icu\"")
                .param("unit", unit.value())
                .param("on", LocalDate.now(clock))
                .query((row, n) -> FormerUnit.read(row))
                .list();
    }

    private CommitteeView view(String name, long version, UnitId unit, LocalDate on, @Nullable LocalDate lastDay) {
        List<Decided> decisions = decisions(unit);
        return new CommitteeView(
                name,
                on,
                lastDay,
                lastDay != null && on.isAfter(lastDay) ? List.of() : members(unit, on),
                decisions,
                !decisions.isEmpty() && decisions.getFirst().kind() != DecisionKind.DISSOLVE,
                version);
    }

    private List<Member> members(UnitId unit, LocalDate on) {
        return jdbc.sql("""
            select seat.id, seat.person, seat.position, seat.agency_id, seat.account_id, seat.role,
                   lower(seat.valid_during) as begins, upper(seat.valid_during) - 1 as last_day,
                   coalesce(borne.name, agency.name) as agency_name,
            """ + VACANCY + """
                   as vacancy
              from committee_seat seat
              left join agency on agency.id = seat.agency_id
              left join agency_name borne on borne.agency_id = agency.id and borne.valid_during @> :on::date
              left join account on account.id = seat.account_id
             where seat.unit_id = :unit and seat.valid_during @> :on::date
             order by array_position('{HEAD,DEPUTY,STANDING,MEMBER,SECRETARY}', seat.role), seat.id
            """)
                .param("unit", unit.value())
                .param("on", on)
                .query(CommitteeQueries::member)
                .list();
    }

    private List<Decided> decisions(UnitId unit) {
        return jdbc.sql("""
            select decision.*,
                   array(select person from committee_seat where opened_by = decision.id order by id) as entered,
                   array(select person from committee_seat where closed_by = decision.id order by id) as gone
              from committee_decision decision
             where unit_id = :unit and taken_back is null
             order by valid_from desc
            """)
                .param("unit", unit.value())
                .query((row, n) -> new Decided(
                        row.getObject("id", UUID.class),
                        DecisionKind.valueOf(row.getString("kind")),
                        row.getObject("number", Integer.class),
                        row.getString("symbol"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("signatory"),
                        List.of((String[]) row.getArray("entered").getArray()),
                        List.of((String[]) row.getArray("gone").getArray())))
                .list();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        UUID agency = row.getObject("agency_id", UUID.class);
        String vacancy = row.getString("vacancy");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("position"),
                agency == null ? null : new AgencyId(agency),
                row.getString("agency_name"),
                row.getObject("account_id") != null,
                SeatRole.valueOf(row.getString("role")),
                row.getObject("begins", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                vacancy == null ? null : Vacancy.valueOf(vacancy));
    }
}
