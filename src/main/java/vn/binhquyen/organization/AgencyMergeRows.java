package vn.binhquyen.organization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;

@Component
class AgencyMergeRows {
    private final JdbcClient jdbc;

    AgencyMergeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AgencyId> mergedInto(AgencyId id) {
        return jdbc.sql("select merged_into from agency where id = :id and merged_into is not null")
                .param("id", id.value())
                .query((row, n) -> new AgencyId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * The duplicate ends before the day; one that began on it is set back a day, since it never was an agency of its
     * own. Its names go on as other names of the survivor, its standing role too.
     */
    void merge(AgencyId duplicate, AgencyId survivor, LocalDate today, long version, OffsetDateTime at, AccountId by) {
        int changed = jdbc.sql("""
            update agency
               set merged_into = :survivor, standing = false,
                   valid_during = daterange(least(lower(valid_during), :today::date - 1),
                                            least(upper(valid_during), :today::date)),
                   version = version + 1, updated_at = :at, updated_by = :by
             where id = :duplicate and version = :version and merged_into is null
            """)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .param("today", today)
                .param("version", version)
                .param("at", at)
                .param("by", by.value())
                .update();
        if (changed == 0) {
            throw new Conflict("agency", duplicate);
        }
        jdbc.sql("update agency set merged_into = :survivor where merged_into = :duplicate")
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
        dropNamesFrom(today.plusDays(1), duplicate);
        handNames(duplicate, survivor);
        dropNamesFrom(today, duplicate);
        jdbc.sql("""
            update agency_name named
               set valid_during = daterange(least(lower(named.valid_during), upper(agency.valid_during) - 1),
                                            upper(agency.valid_during))
              from agency
             where agency.id = named.agency_id and agency.id = :duplicate
               and (upper_inf(named.valid_during) or upper(named.valid_during) > upper(agency.valid_during))
            """).param("duplicate", duplicate.value()).update();
        handStanding(duplicate, survivor, today);
    }

    /** Lets go of later names; the first one stays. */
    private void dropNamesFrom(LocalDate day, AgencyId duplicate) {
        jdbc.sql("""
            delete from agency_name coming
             where agency_id = :duplicate and lower(valid_during) >= :day
               and exists (select 1 from agency_name earlier
                            where earlier.agency_id = :duplicate and earlier.valid_during << coming.valid_during)
            """).param("duplicate", duplicate.value()).param("day", day).update();
    }

    private void handNames(AgencyId duplicate, AgencyId survivor) {
        jdbc.sql("""
            insert into agency_alias (agency_id, alias)
            select distinct :survivor, other.name
              from (select name from agency_name where agency_id = :duplicate
                    union select short_name from agency_name where agency_id = :duplicate
                    union select alias from agency_alias where agency_id = :duplicate) other
             where other.name is not null
               and not exists (select 1 from agency_name own
                                where own.agency_id = :survivor
                                  and lower(other.name) in (lower(own.name), lower(coalesce(own.short_name, ''))))
            on conflict do nothing
            """)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
    }

    private void handStanding(AgencyId duplicate, AgencyId survivor, LocalDate today) {
        jdbc.sql("update agency_standing set agency_id = :survivor where agency_id = :duplicate")
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
        jdbc.sql("""
            update agency
               set standing = exists (select 1 from agency_standing
                                       where agency_id = agency.id and valid_during @> :today)
             where id = :survivor
            """).param("survivor", survivor.value()).param("today", today).update();
    }
}
