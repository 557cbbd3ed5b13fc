package vn.binhquyen.statistics.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;

/** The forms that concern a unit: of the whole country, of the units above it, its own and those of the units below. */
@Component
class FormList {
    private static final String QUERY = """
        with own as (
            select path from unit where id = :unit
        ), line as (
            select form.*, owner.name as owner_name, lower(form.valid_during) as from_day,
                   upper(form.valid_during) - 1 as last_day,
                   fold(form.name_vi) as folded,
                   (select count(*) from figure_form_row where form_key = form.key) as rows,
                   coalesce(form.unit_id, :nation) as kept_by
              from figure_form form
              left join unit owner on owner.id = form.unit_id
             where form.unit_id is null
                or exists (select 1 from own where own.path <@ owner.path or owner.path <@ own.path)
        )
        select *
          from line
         where (state <> 'DRAFT'
                or :manages and exists (select 1 from unit kept, own where kept.id = kept_by and kept.path <@ own.path))
           and (:state::text is null and state <> 'RETIRED' or state = :state)
           and (:kind::text is null or period_kind = :kind)
           and (:words = '' or fold(concat_ws(' ', code, name_vi, name_en, help))
                like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                  from regexp_split_to_table(fold(:words), '\\s+') word)))
        """;
    private static final String BY_CODE = """
           and (:after::uuid is null or (code, edition) > (select code, edition from figure_form where id = :after))
         order by code, edition
         limit :size
        """;
    private static final String BY_NAME = """
           and (:after::uuid is null
                or (folded, code, edition) > (select fold(name_vi), code, edition from figure_form where id = :after))
         order by folded, code, edition
         limit :size
        """;
    private static final String BY_CHANGE = """
           and (:after::uuid is null or (updated_at, id) < (select updated_at, id from figure_form where id = :after))
         order by updated_at desc, id desc
         limit :size
        """;

    private final JdbcClient jdbc;
    private final Permits permits;

    FormList(JdbcClient jdbc, Permits permits) {
        this.jdbc = jdbc;
        this.permits = permits;
    }

    List<FormLine> find(Actor actor, FormFilter filter) {
        return jdbc.sql(QUERY
                        + switch (filter.sort()) {
                            case CODE -> BY_CODE;
                            case NAME -> BY_NAME;
                            case CHANGED -> BY_CHANGE;
                        })
                .param("unit", actor.unit().value())
                .param("nation", Organization.NATION.value())
                .param("manages", permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Place.of(actor.unit())))
                .param("state", filter.state() == null ? null : filter.state().name())
                .param(
                        "kind",
                        filter.periodKind() == null ? null : filter.periodKind().name())
                .param("words", filter.words().strip())
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("size", filter.size())
                .query(FormList::line)
                .list();
    }

    private static FormLine line(ResultSet row, int n) throws SQLException {
        String agencyKind = row.getString("agency_kind");
        return new FormLine(
                new FormId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getInt("edition"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("owner_name"),
                Period.Kind.valueOf(row.getString("period_kind")),
                Arrays.stream((String[]) row.getArray("levels").getArray())
                        .map(Level::valueOf)
                        .sorted()
                        .map(Level::name)
                        .toList(),
                agencyKind == null ? null : AgencyKind.valueOf(agencyKind),
                row.getInt("rows"),
                FormState.valueOf(row.getString("state")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class));
    }
}
