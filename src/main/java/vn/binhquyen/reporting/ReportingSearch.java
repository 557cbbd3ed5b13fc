package vn.binhquyen.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;

/** Finds the rounds that the actor's unit receives or the actor's agency owes in, by their title and plan. */
@Component
@Transactional(readOnly = true)
class ReportingSearch implements SearchSource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportingSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        return jdbc.sql("""
            with own as materialized (
                select id from unit_and_former(:unit, :today))
            select round.id, round.title, round.due_on, reported_plan.title as plan_title, number_and_symbol,
                   round.unit_id in (select id from own) as received
              from reporting_round round
              join reported_plan using (plan_id)
             where not withdrawn
               and (round.unit_id in (select id from own)
                    or exists (select 1
                                 from round_reporter
                                where round_reporter.round_id = round.id and round_reporter.agency_id = :agency))
               and (select bool_and(fold(round.title || ' ' || reported_plan.title || ' ' || number_and_symbol)
                                    like '%' || word || '%')
                      from regexp_split_to_table(fold(:words), '\\s+') word)
             order by round.due_on desc, round.id
             limit :limit
            """)
                .param("unit", actor.unit().value())
                .param("agency", actor.agency().value())
                .param("today", LocalDate.now(clock))
                .param("words", words.strip())
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "search.reports",
                        row.getString("title"),
                        row.getString("number_and_symbol") + " · " + row.getString("plan_title") + " · "
                                + row.getObject("due_on", LocalDate.class).format(DAY),
                        "/reports/rounds/" + row.getString("id") + (row.getBoolean("received") ? "" : "/mine")))
                .list();
    }
}
