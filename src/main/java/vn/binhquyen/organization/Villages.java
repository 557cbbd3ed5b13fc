package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.VillagePreview.Line;
import vn.binhquyen.organization.VillagePreview.RowError;

/** Villages and sub-quarters of a commune, added by a list: looked at first, then added all or none. */
@Service
@Transactional
public class Villages {
    private static final int SHOWN = 20;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final UnitRows units;
    private final AuditLog audit;
    private final Clock clock;

    Villages(JdbcClient jdbc, UnitRows units, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a file until it is confirmed; one that was not is replaced. */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public UUID upload(Actor actor, UnitId commune, String fileName, byte[] content) {
        VillageFile.read(content);
        jdbc.sql("delete from village_upload where unit_id = :unit and by = :by or at < :old")
                .param("unit", commune.value())
                .param("by", actor.account().value())
                .param("old", OffsetDateTime.now(clock).minusDays(1))
                .update();
        return jdbc.sql("""
            insert into village_upload (unit_id, file_name, content, at, by)
            values (:unit, :name, :content, :at, :by) returning id
            """)
                .param("unit", commune.value())
                .param("name", fileName)
                .param("content", content)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.account().value())
                .query(UUID.class)
                .single();
    }

    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    @Transactional(readOnly = true)
    public VillagePreview preview(UnitId commune, UUID upload) {
        return check(commune, lines(commune, upload));
    }

    /** @throws Refused where a row is wrong; nothing was added then */
    @Authorised(action = Action.MANAGE, thing = Thing.UNIT)
    public int confirm(Actor actor, UnitId commune, UUID upload) {
        List<VillageLine> lines = lines(commune, upload);
        VillagePreview preview = check(commune, lines);
        if (!preview.isAcceptable()) {
            throw new Refused("villages.errors", preview.errors().size());
        }
        insert(actor, commune, lines);
        jdbc.sql("delete from village_upload where id = :id")
                .param("id", upload)
                .update();
        audit.record(actor, "villages-added", "unit", commune, Map.of("count", lines.size()));
        return lines.size();
    }

    private List<VillageLine> lines(UnitId commune, UUID upload) {
        byte[] content = jdbc.sql("select content from village_upload where id = :id and unit_id = :unit")
                .param("id", upload)
                .param("unit", commune.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NotFound("upload", upload));
        return VillageFile.read(content);
    }

    private VillagePreview check(UnitId commune, List<VillageLine> lines) {
        if (units.one(commune).level() != Level.COMMUNE) {
            throw new Refused("villages.only-in-communes");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate begins = jdbc.sql("select coalesce(lower(valid_during), '0001-01-01') from unit where id = :id")
                .param("id", commune.value())
                .query(LocalDate.class)
                .single();
        if (!units.livesFrom(commune, today)) {
            throw new Refused("villages.commune-ended");
        }
        Set<String> taken = taken(lines);
        Set<String> names = new HashSet<>(
                jdbc.sql("""
                    select lower(name) from unit_state where parent_id = :unit and upper_inf(valid_during)
                    """).param("unit", commune.value()).query(String.class).list());
        Map<String, Integer> codes = new HashMap<>();
        List<RowError> errors = new ArrayList<>();
        for (VillageLine line : lines) {
            if (line.code().isEmpty()) {
                errors.add(new RowError(line.row(), "villages.row.no-code", line.name()));
            } else if (taken.contains(line.code())) {
                errors.add(new RowError(line.row(), "villages.row.code-taken", line.code()));
            } else if (codes.putIfAbsent(line.code(), line.row()) != null) {
                errors.add(new RowError(line.row(), "villages.row.code-twice", line.code()));
            }
            if (line.name().isEmpty()) {
                errors.add(new RowError(line.row(), "villages.row.no-name", line.code()));
            } else if (line.name().length() > LONGEST) {
                errors.add(new RowError(
                        line.row(), "villages.row.long-name", line.name().substring(0, 40) + "…"));
            } else if (!names.add(line.name().toLowerCase(java.util.Locale.ROOT))) {
                errors.add(new RowError(line.row(), "villages.row.name-twice", line.name()));
            }
            String unreadable = line.unreadableDate();
            if (unreadable != null) {
                errors.add(new RowError(line.row(), "villages.row.date", unreadable));
            } else if (from(line, today).isBefore(begins)) {
                errors.add(new RowError(
                        line.row(),
                        "villages.row.before-commune",
                        from(line, today).toString()));
            }
        }
        List<Line> first = lines.stream()
                .limit(SHOWN)
                .map(line -> new Line(line.code(), line.name(), from(line, today)))
                .toList();
        return new VillagePreview(lines.size(), first, errors);
    }

    private Set<String> taken(List<VillageLine> lines) {
        return new HashSet<>(jdbc.sql("""
            select code from unit_state
             where level = 'VILLAGE' and upper_inf(valid_during) and code = any(:codes)
            """)
                .param("codes", lines.stream().map(VillageLine::code).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static LocalDate from(VillageLine line, LocalDate today) {
        return Objects.requireNonNullElse(line.from(), today);
    }

    private void insert(Actor actor, UnitId commune, List<VillageLine> lines) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("""
            with line as (
                select uuidv7() as id, nextval(pg_get_serial_sequence('unit', 'key'))::integer as key, code, name, starts
                  from unnest(:codes::text[], :names::text[], :starts::date[]) as row (code, name, starts)),
            founded as (
                insert into unit (id, key, code, name, level, parent_id, path, province_id, valid_during,
                                  created_at, created_by, updated_at, updated_by)
                overriding system value
                select line.id, line.key, line.code, line.name, 'VILLAGE', parent.id, parent.path || line.key::text,
                       parent.province_id, daterange(starts, null), :at, :by, :at, :by
                  from line, unit parent
                 where parent.id = :commune
                returning *)
            insert into unit_state (unit_id, code, name, kind, level, parent_id, path, province_id, valid_during)
            select id, code, name,
                   (select kind from unit_kind
                     where unit_kind.level = 'VILLAGE' and lower(founded.name) like kind || ' %'
                     order by length(kind) desc limit 1),
                   level, parent_id, path, province_id, valid_during
              from founded
            """)
                .param("codes", lines.stream().map(VillageLine::code).toArray(String[]::new))
                .param("names", lines.stream().map(VillageLine::name).toArray(String[]::new))
                .param(
                        "starts",
                        lines.stream().map(line -> from(line, today).toString()).toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.account().value())
                .param("commune", commune.value())
                .update();
    }
}
