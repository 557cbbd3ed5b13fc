package vn.binhquyen.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Values.Value;

/** What stands in a report while it is written: every field with a version of its own, so that two can write at once. */
@Component
class DraftRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Passage> sections(SubmissionId id) {
        Map<Section, Passage> written = new EnumMap<>(Section.class);
        jdbc.sql("select section, text, version from submission_section where submission_id = :id")
                .param("id", id.value())
                .query(row -> {
                    Section section = Section.valueOf(row.getString("section"));
                    written.put(section, new Passage(section, row.getString("text"), row.getLong("version")));
                });
        List<Passage> all = new ArrayList<>();
        for (Section section : Section.values()) {
            all.add(written.getOrDefault(section, new Passage(section, "", 0)));
        }
        return all;
    }

    /** @throws Conflict where somebody else wrote the section since */
    void saveSection(Actor actor, SubmissionId id, Section section, String text, long version) {
        int rows = jdbc.sql("""
            insert into submission_section (submission_id, section, text, version, updated_at, updated_by)
            select :id, :section, :text, 1, :now, :actor
             where :version = 0
            on conflict (submission_id, section) do nothing
            """)
                        .param("id", id.value())
                        .param("section", section.name())
                        .param("text", text)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update()
                + jdbc.sql("""
                    update submission_section
                       set text = :text, version = version + 1, updated_at = :now, updated_by = :actor
                     where submission_id = :id and section = :section and version = :version and :version > 0
                    """)
                        .param("id", id.value())
                        .param("section", section.name())
                        .param("text", text)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update();
        if (rows == 0) {
            throw new Conflict("section", section);
        }
    }

    private record Noted(String note, long version) {}

    /** The figures of the report as they stand on its sheet. */
    List<Figure> figures(SubmissionId id, List<OwedIndicator> owed, boolean early, Map<Cell, Value> sheet) {
        Map<IndicatorId, Noted> notes = new HashMap<>();
        jdbc.sql("select indicator_id, note, version from submission_figure where submission_id = :id")
                .param("id", id.value())
                .query(row -> {
                    notes.put(
                            new IndicatorId(row.getObject("indicator_id", UUID.class)),
                            new Noted(row.getString("note"), row.getLong("version")));
                });
        return owed.stream()
                .map(indicator -> {
                    Noted noted = notes.getOrDefault(indicator.id(), new Noted("", 0));
                    return Figure.of(indicator, early, sheet, noted.note(), noted.version());
                })
                .toList();
    }

    /** @throws Conflict where somebody else wrote the figures since */
    void saveFigure(Actor actor, SubmissionId id, IndicatorId indicator, String note, long version) {
        int rows = jdbc.sql("""
            insert into submission_figure (submission_id, indicator_id, note, version, updated_at, updated_by)
            select :id, :indicator, :note, 1, :now, :actor
             where :version = 0
            on conflict (submission_id, indicator_id) do nothing
            """)
                        .param("id", id.value())
                        .param("indicator", indicator.value())
                        .param("note", note)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update()
                + jdbc.sql("""
                    update submission_figure
                       set note = :note, version = version + 1, updated_at = :now, updated_by = :actor
                     where submission_id = :id and indicator_id = :indicator and version = :version and :version > 0
                    """)
                        .param("id", id.value())
                        .param("indicator", indicator.value())
                        .param("note", note)
                        .param("version", version)
                        .param("now", now())
                        .param("actor", actor.account().value())
                        .update();
        if (rows == 0) {
            throw new Conflict("figure", indicator);
        }
    }

    List<TaskReport> tasks(SubmissionId id, String agency) {
        return jdbc.sql("select * from submission_task where submission_id = :id order by place")
                .param("id", id.value())
                .query((row, n) -> new TaskReport(
                        new TaskId(row.getObject("task_id", UUID.class)),
                        agency,
                        row.getString("task"),
                        row.getBoolean("leads"),
                        row.getObject("due_on", LocalDate.class),
                        TaskState.valueOf(row.getString("state")),
                        row.getObject("percentage", Integer.class),
                        row.getString("narrative"),
                        row.getLong("version")))
                .list();
    }

    /** Puts the task in as the agency told of it before; one that was written in the report already stays as it is. */
    void begin(Actor actor, SubmissionId id, int place, TaskReport task) {
        jdbc.sql("""
            insert into submission_task (submission_id, task_id, place, task, leads, due_on, state, percentage,
                                         narrative, version, updated_at, updated_by)
            values (:id, :task, :place, :text, :leads, :dueOn, :state, :percentage, :narrative, 1, :now, :actor)
            on conflict (submission_id, task_id) do nothing
            """)
                .param("id", id.value())
                .param("task", task.task().value())
                .param("place", place)
                .param("text", task.text())
                .param("leads", task.leads())
                .param("dueOn", task.dueOn())
                .param("state", task.state().name())
                .param("percentage", task.percentage())
                .param("narrative", task.narrative())
                .param("now", now())
                .param("actor", actor.account().value())
                .update();
    }

    /** @throws Conflict where somebody else wrote about the task since */
    void saveTask(
            Actor actor,
            SubmissionId id,
            TaskId task,
            TaskState state,
            @Nullable Integer percentage,
            String narrative,
            long version) {
        int rows = jdbc.sql("""
            update submission_task
               set state = :state, percentage = :percentage, narrative = :narrative, version = version + 1,
                   updated_at = :now, updated_by = :actor
             where submission_id = :id and task_id = :task and version = :version
            """)
                .param("id", id.value())
                .param("task", task.value())
                .param("state", state.name())
                .param("percentage", percentage)
                .param("narrative", narrative)
                .param("version", version)
                .param("now", now())
                .param("actor", actor.account().value())
                .update();
        if (rows == 0) {
            throw new Conflict("task", task);
        }
    }

    List<Annex> annexes(SubmissionId id) {
        return jdbc.sql("""
            select id, name, media_type, length(bytes) as size
              from submission_annex
             where submission_id = :id and not removed
             order by id
            """)
                .param("id", id.value())
                .query((row, n) -> new Annex(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getInt("size")))
                .list();
    }

    UUID addAnnex(Actor actor, SubmissionId id, String name, String mediaType, byte[] bytes) {
        return jdbc.sql("""
            insert into submission_annex (submission_id, name, media_type, bytes, at, by)
            values (:id, :name, :mediaType, :bytes, :now, :actor)
            returning id
            """)
                .param("id", id.value())
                .param("name", name)
                .param("mediaType", mediaType)
                .param("bytes", bytes)
                .param("now", now())
                .param("actor", actor.account().value())
                .query(UUID.class)
                .single();
    }

    /** Takes the file out of the draft; editions that were sent with it keep it. */
    void removeAnnex(SubmissionId id, UUID annex) {
        jdbc.sql("update submission_annex set removed = true where submission_id = :id and id = :annex")
                .param("id", id.value())
                .param("annex", annex)
                .update();
    }

    byte[] annexBytes(SubmissionId id, UUID annex) {
        return jdbc.sql("select bytes from submission_annex where submission_id = :id and id = :annex")
                .param("id", id.value())
                .param("annex", annex)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NotFound("annex", annex));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
