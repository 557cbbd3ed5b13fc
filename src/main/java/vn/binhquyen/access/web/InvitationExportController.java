package vn.binhquyen.access.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.access.Invitation;
import vn.binhquyen.access.Invitations;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;

/** The list of invitations as a spreadsheet: whom to hand what, and how far each came. */
@Controller
class InvitationExportController {
    private static final List<String> TEXTS = List.of(
            "access.name",
            "access.email",
            "access.phone",
            "access.position",
            "access.agency",
            "access.unit",
            "access.roles",
            "access.state",
            "access.invitation.inviter");

    private final Invitations invitations;
    private final MessageSource messages;
    private final Clock clock;

    InvitationExportController(Invitations invitations, MessageSource messages, Clock clock) {
        this.invitations = invitations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/invitations.xlsx")
    ResponseEntity<byte[]> sheet(
            @RequestParam @Nullable UnitId unit,
            @RequestParam(defaultValue = "false") boolean all,
            Actor actor,
            Locale locale) {
        List<XlsxSheet.Column> columns = new ArrayList<>();
        TEXTS.forEach(key -> columns.add(new XlsxSheet.Column(text(key, locale), XlsxSheet.Kind.TEXT)));
        columns.add(new XlsxSheet.Column(text("access.invitation.on", locale), XlsxSheet.Kind.DATE));
        List<List<@Nullable Object>> rows = invitations.export(unit == null ? actor.unit() : unit, !all).stream()
                .map(invitation -> cells(invitation, locale))
                .toList();
        return Download.xlsx("loi-moi.xlsx", new XlsxSheet(text("access.invitations", locale), columns, rows));
    }

    private List<@Nullable Object> cells(Invitation invitation, Locale locale) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(invitation.person().name());
        cells.add(invitation.person().email());
        cells.add(invitation.person().phone());
        cells.add(invitation.position());
        cells.add(invitation.agencyName());
        cells.add(invitation.unitName());
        cells.add(invitation.roles().stream()
                .map(role -> text("access.role." + role, locale))
                .collect(Collectors.joining("; ")));
        cells.add(text("access.invitation.state." + invitation.state(), locale));
        cells.add(invitation.byName());
        cells.add(invitation.at().atZoneSameInstant(clock.getZone()).toLocalDate());
        return cells;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
