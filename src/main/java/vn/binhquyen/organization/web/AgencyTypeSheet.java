package vn.binhquyen.organization.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.binhquyen.organization.AgencyType;
import vn.binhquyen.organization.KeptType;
import vn.binhquyen.publishing.XlsxSheet;

/** The catalogue of agency types as a spreadsheet. */
final class AgencyTypeSheet {
    private final MessageSource messages;
    private final Locale locale;

    AgencyTypeSheet(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    XlsxSheet of(List<KeptType> types) {
        return new XlsxSheet(
                text("agency-types"),
                List.of(
                        column("organization.unit.level", XlsxSheet.Kind.TEXT),
                        column("agency-type.code", XlsxSheet.Kind.TEXT),
                        column("organization.agency.name", XlsxSheet.Kind.TEXT),
                        column("agency-type.english", XlsxSheet.Kind.TEXT),
                        column("organization.agency.short-name", XlsxSheet.Kind.TEXT),
                        column("organization.agency.kind", XlsxSheet.Kind.TEXT),
                        column("agency-type.from", XlsxSheet.Kind.DATE),
                        column("agency-type.last-day", XlsxSheet.Kind.DATE),
                        column("agency-type.typical", XlsxSheet.Kind.TEXT),
                        column("agency-type.standing", XlsxSheet.Kind.TEXT),
                        column("agency-type.source", XlsxSheet.Kind.TEXT),
                        column("agency-type.confirmed", XlsxSheet.Kind.TEXT)),
                types.stream().map(kept -> row(kept.type())).toList());
    }

    private List<@Nullable Object> row(AgencyType type) {
        return Arrays.asList(
                text("organization.level." + type.level()),
                type.code(),
                type.name(),
                type.englishName(),
                type.shortName(),
                text("organization.kind." + type.kind()),
                type.from(),
                type.lastDay(),
                yes(type.typical()),
                yes(type.standing()),
                type.source(),
                yes(type.confirmed()));
    }

    private @Nullable String yes(boolean is) {
        return is ? text("agency-type.yes") : null;
    }

    private XlsxSheet.Column column(String key, XlsxSheet.Kind kind) {
        return new XlsxSheet.Column(text(key), kind);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
