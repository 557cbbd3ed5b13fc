package vn.binhquyen.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Reorganisation.Successor;

@Component
class ReorganisationRows {
    private static final String KIND = """
        (select unit_kind.kind from unit_kind
          where unit_kind.level = :level and lower(:name) like unit_kind.kind || ' %'
          order by length(unit_kind.kind) desc limit 1)
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReorganisationRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ReorganisationId insert(UnitId keeper, Reorganisation change, OffsetDateTime at, AccountId by) {
        return new ReorganisationId(jdbc.sql("""
            insert into reorganisation (kind, unit_id, on_date, legal_basis, proposal, state,
                                        created_at, created_by, updated_at, updated_by)
            values (:kind, :unit, :on, :basis, :proposal::jsonb, 'PROPOSED', :at, :by, :at, :by)
            returning id
            """)
                .param("kind", change.kind().name())
                .param("unit", keeper.value())
                .param("on", change.on())
                .param("basis", change.legalBasis())
                .param("proposal", json.writeValueAsString(change))
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single());
    }

    Proposal one(ReorganisationId id) {
        return one("select * from reorganisation where id = :id", id);
    }

    /** Of two who deal with the same change the second waits for what the first makes of it. */
    Proposal locked(ReorganisationId id) {
        return one("select * from reorganisation where id = :id for update", id);
    }

    private Proposal one(String sql, ReorganisationId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, n) -> proposal(row))
                .optional()
                .orElseThrow(() -> new NotFound("reorganisation", id));
    }

    List<Proposal> within(UnitId unit) {
        return jdbc.sql("""
            select reorganisation.*
              from unit top
              join unit keeper on top.path @> keeper.path
              join reorganisation on reorganisation.unit_id = keeper.id
             where top.id = :unit and state <> 'DISCARDED'
             order by on_date desc, reorganisation.id desc
             limit 100
            """)
                .param("unit", unit.value())
                .query((row, n) -> proposal(row))
                .list();
    }

    private Proposal proposal(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Proposal(
                new ReorganisationId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                json.readValue(row.getString("proposal"), Reorganisation.class),
                Proposal.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    void become(Proposal proposal, Proposal.State state, OffsetDateTime at, AccountId by) {
        int changed = jdbc.sql("""
            update reorganisation set state = :state, version = version + 1, updated_at = :at, updated_by = :by
             where id = :id and version = :version
            """)
                .param("state", state.name())
                .param("at", at)
                .param("by", by.value())
                .param("id", proposal.id().value())
                .param("version", proposal.version())
                .update();
        if (changed == 0) {
            throw new Conflict("reorganisation", proposal.id());
        }
    }

    /** Two who decide about the same units do it one after the other. */
    void lock(Collection<UnitId> units) {
        jdbc.sql("select id from unit where id = any(:units) order by id for update")
                .param("units", ids(units))
                .query(UUID.class)
                .list();
    }

    UnitId begin(
            ReorganisationId change,
            Successor fresh,
            Level level,
            UnitId parent,
            LocalDate on,
            OffsetDateTime at,
            AccountId by) {
        UUID id = jdbc.sql("""
            insert into unit (code, name, level, parent_id, path, province_id, valid_during, reorganisation_id,
                              created_at, created_by, updated_at, updated_by)
            select :code, :name, :level, parent.unit_id, parent.path,
                   case when :level = 'PROVINCE' then :code::smallint else parent.province_id end,
                   daterange(:on, null), :change, :at, :by, :at, :by
              from unit_state parent
             where parent.unit_id = :parent and parent.valid_during @> :on
            returning id
            """)
                .param("code", fresh.code())
                .param("name", fresh.name())
                .param("level", level.name())
                .param("parent", parent.value())
                .param("on", on)
                .param("change", change.value())
                .param("at", at)
                .param("by", by.value())
                .query(UUID.class)
                .single();
        jdbc.sql("update unit set path = path || key::text where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
            insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during,
                                    reorganisation_id)
            select id, code, name,
            """ + KIND + """
                   , level, parent_id, path, province_id, valid_during, reorganisation_id
              from unit where id = :id
            """)
                .param("id", id)
                .param("level", level.name())
                .param("name", fresh.name())
                .update();
        return new UnitId(id);
    }

    void end(UnitId unit, LocalDate on, OffsetDateTime at, AccountId by) {
        jdbc.sql("update unit_state set valid_during = daterange(lower(valid_during), :on) where unit_id = :id"
                        + " and upper_inf(valid_during)")
                .param("on", on)
                .param("id", unit.value())
                .update();
        jdbc.sql("""
            update unit set valid_during = daterange(lower(valid_during), :on),
                            version = version + 1, updated_at = :at, updated_by = :by
             where id = :id
            """)
                .param("on", on)
                .param("at", at)
                .param("by", by.value())
                .param("id", unit.value())
                .update();
    }

    /**
     * From the day on the unit stands below the parent, with all that stands below it, and is called as said.
     *
     * @param named null where name and code stay
     */
    void change(
            ReorganisationId change, UnitId unit, @Nullable Successor named, Level level, UnitId parent, LocalDate on) {
        jdbc.sql("""
            with moved as (
                update unit_state set valid_during = daterange(lower(unit_state.valid_during), :on)
                  from unit_state own
                 where own.unit_id = :id and own.valid_during @> :on
                   and own.path @> unit_state.path and unit_state.valid_during @> :on
                   and upper_inf(unit_state.valid_during)
                returning unit_state.*, own.path as own_path),
            target as (
                select path || (select key::text from unit where id = :id) as path, province_id
                  from unit_state where unit_id = :parent and valid_during @> :on)
            insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during,
                                    reorganisation_id)
            select unit_id,
                   case when unit_id = :id then coalesce(:code, code) else code end,
                   case when unit_id = :id then coalesce(:name, name) else name end,
                   case when unit_id = :id and :name::text is not null then
            """ + KIND + """
                   else kind end,
                   case when unit_id = :id then :level else level end,
                   case when unit_id = :id then :parent else parent_id end,
                   case when unit_id = :id then target.path
                        else target.path || subpath(moved.path, nlevel(own_path)) end,
                   case when :level = 'PROVINCE' then coalesce(:code, (select code from moved where unit_id = :id))::smallint
                        else target.province_id end,
                   daterange(:on, null), :change
              from moved, target
            """)
                .param("id", unit.value())
                .param("on", on)
                .param("parent", parent.value())
                .param("code", named == null ? null : named.code())
                .param("name", named == null ? null : named.name())
                .param("level", level.name())
                .param("change", change.value())
                .update();
    }

    /** The units directly below on the day that are not known to end. */
    List<UnitId> children(UnitId unit, LocalDate on) {
        return jdbc.sql("select unit_id from unit_state where parent_id = :id and valid_during @> :on and"
                        + " upper_inf(valid_during)")
                .param("id", unit.value())
                .param("on", on)
                .query(ReorganisationRows::id)
                .list();
    }

    void succeed(Proposal proposal, UnitId from, UnitId to, String kind, java.math.@Nullable BigDecimal share) {
        jdbc.sql("""
            insert into succession (from_id, to_id, on_date, kind, share, legal_basis, reorganisation_id)
            values (:from, :to, :on, :kind, :share, :basis, :change)
            """)
                .param("from", from.value())
                .param("to", to.value())
                .param("on", proposal.change().on())
                .param("kind", kind)
                .param("share", share)
                .param("basis", proposal.change().legalBasis())
                .param("change", proposal.id().value())
                .update();
    }

    /** Whether something that is not part of the change depends on it: a later change, or an agency of a new unit. */
    boolean builtUpon(Proposal proposal) {
        return jdbc.sql("""
            select exists (
                select 1 from unit_state mine
                  join unit_state later on later.unit_id = mine.unit_id and lower(later.valid_during) > :on
                 where mine.reorganisation_id = :change)
                or exists (select 1 from agency join unit on unit.id = unit_id where unit.reorganisation_id = :change)
                or exists (select 1 from unit_state child join unit on unit.id = child.parent_id
                            where unit.reorganisation_id = :change and child.reorganisation_id is distinct from :change)
            """)
                .param("on", proposal.change().on())
                .param("change", proposal.id().value())
                .query(Boolean.class)
                .single();
    }

    /** Takes back what was to come: the states before go on, units that were to begin never do. */
    void undo(Proposal proposal, OffsetDateTime at, AccountId by) {
        Object[] ended = ids(proposal.change().from());
        List<UnitId> changed = jdbc.sql("delete from unit_state where reorganisation_id = :change returning unit_id")
                .param("change", proposal.id().value())
                .query(ReorganisationRows::id)
                .list();
        jdbc.sql("""
            update unit_state set valid_during = daterange(lower(valid_during), null)
             where unit_id = any(:units) and upper(valid_during) = :on
            """)
                .param(
                        "units",
                        ids(Stream.concat(changed.stream(), proposal.change().from().stream())
                                .toList()))
                .param("on", proposal.change().on())
                .update();
        jdbc.sql("""
            update unit set valid_during = case when reorganisation_id = :change then 'empty'::daterange
                                                else daterange(lower(valid_during), null) end,
                            version = version + 1, updated_at = :at, updated_by = :by
             where reorganisation_id = :change or id = any(:ended)
            """)
                .param("change", proposal.id().value())
                .param("ended", ended)
                .param("at", at)
                .param("by", by.value())
                .update();
        jdbc.sql("delete from succession where reorganisation_id = :change")
                .param("change", proposal.id().value())
                .update();
    }

    List<UnitId> withDescendants(Collection<UnitId> units) {
        return jdbc.sql("""
            select distinct below.id from unit top join unit below on top.path @> below.path
             where top.id = any(:units)
            """)
                .param("units", ids(units))
                .query(ReorganisationRows::id)
                .list();
    }

    private static UnitId id(ResultSet row, int n) throws SQLException {
        return new UnitId(row.getObject(1, UUID.class));
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
