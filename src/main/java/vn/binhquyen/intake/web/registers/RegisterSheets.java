package vn.binhquyen.intake.web.registers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Kind;

/** The registers as spreadsheets. */
final class RegisterSheets {
    private final MessageSource messages;
    private final Locale locale;

    RegisterSheets(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    ResponseEntity<byte[]> documents(List<Kept<LegalDocument>> rows) {
        var columns = List.of(
                column("register.document.type", Kind.TEXT),
                column("register.document.number", Kind.TEXT),
                column("register.document.issued-on", Kind.DATE),
                column("register.document.issuer", Kind.TEXT),
                column("register.document.title", Kind.TEXT),
                column("register.document.in-force-from", Kind.DATE),
                column("register.last-day", Kind.DATE),
                column("register.document.replaced-by", Kind.TEXT),
                column("register.source", Kind.TEXT),
                column("register.confirmed", Kind.TEXT));
        return file(
                "van-ban.xlsx",
                "register.documents",
                columns,
                rows,
                kept -> cells(
                        kept.entry().type().vietnamese(),
                        kept.entry().number(),
                        kept.entry().issuedOn(),
                        kept.entry().issuer(),
                        kept.entry().title(),
                        kept.entry().inForceFrom(),
                        kept.entry().lastDay(),
                        kept.entry().replacedBy(),
                        kept.entry().source(),
                        sure(kept.entry().confirmed())));
    }

    ResponseEntity<byte[]> bodies(List<Kept<ObsoleteBody>> rows) {
        var columns = List.of(
                column("register.body.name", Kind.TEXT),
                column("register.body.others", Kind.TEXT),
                column("register.last-day", Kind.DATE),
                column("register.body.successor", Kind.TEXT),
                column("register.source", Kind.TEXT),
                column("register.confirmed", Kind.TEXT));
        return file(
                "co-quan-khong-con.xlsx",
                "register.bodies",
                columns,
                rows,
                kept -> cells(
                        kept.entry().name(),
                        String.join("; ", kept.entry().others()),
                        kept.entry().lastDay(),
                        kept.entry().successor(),
                        kept.entry().source(),
                        sure(kept.entry().confirmed())));
    }

    private <T> ResponseEntity<byte[]> file(
            String name,
            String title,
            List<XlsxSheet.Column> columns,
            List<T> rows,
            Function<T, List<@Nullable Object>> cells) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        rows.forEach(row -> table.add(cells.apply(row)));
        return Download.xlsx(name, new XlsxSheet(text(title), columns, table));
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        List<@Nullable Object> cells = new ArrayList<>();
        Collections.addAll(cells, values);
        return cells;
    }

    private String sure(boolean confirmed) {
        return text(confirmed ? "register.confirmed.yes" : "register.confirmed.no");
    }

    private XlsxSheet.Column column(String key, Kind kind) {
        return new XlsxSheet.Column(text(key), kind);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
