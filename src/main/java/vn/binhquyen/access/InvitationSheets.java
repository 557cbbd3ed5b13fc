package vn.binhquyen.access;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.publishing.XlsxReader;

/** Inviting many people by a spreadsheet: first it is looked through, then all of it is done or nothing. */
@Service
@Transactional
public class InvitationSheets {
    private static final int MOST_LINES = 100_000;

    static final int PEOPLE = 5_000;
    private static final int SHOWN_ERRORS = 500;
    private static final int SHOWN_PEOPLE = 10;

    private final SheetCheck check;
    private final InvitationRows invitations;
    private final Invitations door;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;

    InvitationSheets(
            SheetCheck check,
            InvitationRows invitations,
            Invitations door,
            JdbcClient jdbc,
            JsonMapper json,
            AuditLog audit,
            Clock clock) {
        this.check = check;
        this.invitations = invitations;
        this.door = door;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The heads of the columns that a sheet must have. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public List<String> heads(Locale locale) {
        return check.heads(locale);
    }

    /**
     * Looks through a sheet; one without errors is kept for a day, to be carried out.
     *
     * @throws Refused where it is no such sheet, has no people or too many
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public SheetPreview look(Actor actor, String fileName, byte[] workbook) {
        SheetCheck.Checked checked = check.check(actor, lines(workbook));
        List<SheetPreview.Row> rows = checked.rows();
        List<SheetPreview.Error> errors = checked.errors();
        if (errors.isEmpty() && rows.isEmpty()) {
            throw new Refused("access.sheet.empty");
        }
        if (errors.isEmpty() && rows.size() > PEOPLE) {
            throw new Refused("access.sheet.too-many", rows.size());
        }
        UUID id = errors.isEmpty() ? keep(actor, fileName, rows) : null;
        return preview(id, fileName, rows, errors);
    }

    /**
     * Invites everybody on the sheet.
     *
     * @return how many
     * @throws Refused where it was used already, is too old, or something on it is no more right
     */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public int invite(Actor actor, UUID sheet) {
        List<SheetPreview.Row> rows = take(actor, sheet);
        if (!check.stillRight(actor, rows)) {
            throw new Refused("access.sheet.changed");
        }
        List<InvitationId> ids = invitations.insertAll(json.writeValueAsString(rows), actor.account());
        audit.record(actor, "invited-many", "invitation-sheet", sheet, Map.of("people", ids.size()));
        door.mailAll(ids);
        return ids.size();
    }

    private UUID keep(Actor actor, String fileName, List<SheetPreview.Row> rows) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from invitation_sheet where created_at < :before")
                .param("before", now.minusDays(1))
                .update();
        return jdbc.sql("""
            insert into invitation_sheet (file_name, rows, created_at, created_by)
            values (:name, :rows::jsonb, :now, :by)
            returning id
            """)
                .param("name", fileName)
                .param("rows", json.writeValueAsString(rows))
                .param("now", now)
                .param("by", actor.account().value())
                .query(UUID.class)
                .single();
    }

    /** Once, and only by who brought it: two who press at once don't invite twice. */
    private List<SheetPreview.Row> take(Actor actor, UUID sheet) {
        String rows = jdbc.sql("""
            delete from invitation_sheet where id = :id and created_by = :by and created_at > :since returning rows
            """)
                .param("id", sheet)
                .param("by", actor.account().value())
                .param("since", OffsetDateTime.now(clock).minusDays(1))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("access.sheet.gone"));
        return json.readValue(rows, new TypeReference<>() {});
    }

    private static SheetPreview preview(
            @Nullable UUID id, String fileName, List<SheetPreview.Row> rows, List<SheetPreview.Error> errors) {
        return new SheetPreview(
                id,
                fileName,
                rows.size(),
                rows.stream().filter(row -> row.email() != null).count(),
                rows.subList(0, Math.min(SHOWN_PEOPLE, rows.size())),
                errors.subList(0, Math.min(SHOWN_ERRORS, errors.size())),
                errors.size(),
                (int) errors.stream()
                        .mapToInt(SheetPreview.Error::line)
                        .distinct()
                        .count());
    }

    private static List<XlsxReader.Line> lines(byte[] workbook) {
        try {
            return XlsxReader.read(workbook, MOST_LINES);
        } catch (XlsxReader.TooLong tooLong) {
            throw new Refused("access.sheet.too-many", MOST_LINES);
        } catch (IOException noWorkbook) {
            throw new Refused("access.sheet.not-xlsx");
        }
    }
}
