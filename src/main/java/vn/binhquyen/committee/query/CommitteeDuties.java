package vn.binhquyen.committee.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Role;

/** Tells who runs the programme of a unit that seats of its committee are vacant. */
@Component
class CommitteeDuties implements DutySource {
    private final JdbcClient jdbc;

    CommitteeDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> dutiesOf(Actor actor, LocalDate today) {
        return actor.is(Role.STANDING_OFFICER) || actor.is(Role.CONSOLIDATOR)
                ? Stream.concat(vacant(actor, today).stream(), missing(actor, today).stream())
                        .toList()
                : List.of();
    }

    /** Nobody decided yet about a committee in a unit that took the place of units with one. */
    private List<Duty> missing(Actor actor, LocalDate today) {
        return jdbc
                .sql("""
                    with former as (
                    """ + CommitteeQueries.FORMER + """
                    )
                    select string_agg(former_name, ', ' order by former_name collate "vi-x-icu")
                      from former
                     where not exists (select 1 from committee_decision where unit_id = :unit and taken_back is null)
                       and exists (select 1 from unit where id = :unit and valid_during @> :on::date)
                    having count(*) > 0
                    """)
                .param("unit", actor.unit().value())
                .param("on", today)
                .query(String.class)
                .list()
                .stream()
                .map(units -> new Duty(
                        "committee-none",
                        "users",
                        List.of(),
                        units,
                        null,
                        false,
                        "/units/" + actor.unit() + "/committee"))
                .toList();
    }

    private List<Duty> vacant(Actor actor, LocalDate today) {
        return jdbc
                .sql("""
                    with seats as (
                        select seat.person, seat.role,
                    """ + CommitteeQueries.VACANCY + """
                               as vacancy
                          from committee_seat seat
                          left join agency on agency.id = seat.agency_id
                          left join account on account.id = seat.account_id
                         where seat.unit_id = :unit and seat.valid_during @> :on::date
                           and exists (select 1 from unit where id = :unit and valid_during @> :on::date)
                    )
                    select count(*) filter (where vacancy is not null)
                           + (count(*) filter (where role = 'HEAD') = 0)::int
                           + (count(*) filter (where role = 'STANDING') = 0)::int as vacancies,
                           string_agg(person, ', ' order by person) filter (where vacancy is not null) as people
                      from seats
                    having count(*) > 0
                    """)
                .param("unit", actor.unit().value())
                .param("on", today)
                .query((row, n) -> new Vacancies(row.getInt("vacancies"), row.getString("people")))
                .list()
                .stream()
                .filter(vacancies -> vacancies.count() > 0)
                .map(vacancies -> new Duty(
                        "committee-vacant",
                        "users",
                        List.of(String.valueOf(vacancies.count())),
                        vacancies.people(),
                        null,
                        false,
                        "/units/" + actor.unit() + "/committee"))
                .toList();
    }

    private record Vacancies(int count, @Nullable String people) {}
}
