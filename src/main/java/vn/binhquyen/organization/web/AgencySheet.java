package vn.binhquyen.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.publishing.XlsxSheet;

/** The list of agencies as a spreadsheet. */
final class AgencySheet {
    private final MessageSource messages;
    private final Locale locale;

    AgencySheet(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    XlsxSheet of(String title, List<AgencyRow> agencies) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (AgencyRow agency : agencies) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(agency.unitName());
            cells.add(agency.name());
            cells.add(agency.shortName());
            cells.add(text("organization.kind." + agency.kind()));
            cells.add(agency.standing() ? text("organization.standing") : null);
            cells.add(String.join("; ", agency.aliases()));
            cells.add(agency.from());
            cells.add(agency.lastDay());
            cells.add(former(agency.former()));
            rows.add(cells);
        }
        return new XlsxSheet(
                title,
                List.of(
                        column("organization.unit", XlsxSheet.Kind.TEXT),
                        column("organization.agency.name", XlsxSheet.Kind.TEXT),
                        column("organization.agency.short-name", XlsxSheet.Kind.TEXT),
                        column("organization.agency.kind", XlsxSheet.Kind.TEXT),
                        column("organization.agency.part", XlsxSheet.Kind.TEXT),
                        column("organization.agency.aliases", XlsxSheet.Kind.TEXT),
                        column("organization.from", XlsxSheet.Kind.DATE),
                        column("organization.last-day", XlsxSheet.Kind.DATE),
                        column("organization.former-unit", XlsxSheet.Kind.TEXT)),
                rows);
    }

    private @Nullable String former(@Nullable FormerUnit unit) {
        return unit == null ? null : messages.getMessage(unit, locale);
    }

    private XlsxSheet.Column column(String key, XlsxSheet.Kind kind) {
        return new XlsxSheet.Column(text(key), kind);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
