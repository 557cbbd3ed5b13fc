package vn.binhquyen.committee.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.committee.query.Member;
import vn.binhquyen.publishing.XlsxSheet;

/** The members of a committee on a day as a spreadsheet. */
final class CommitteeSheet {
    private final MessageSource messages;
    private final Locale locale;

    CommitteeSheet(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    XlsxSheet of(String title, CommitteeView committee) {
        return new XlsxSheet(
                title,
                List.of(
                        column("committee.person", XlsxSheet.Kind.TEXT),
                        column("committee.position", XlsxSheet.Kind.TEXT),
                        column("committee.agency", XlsxSheet.Kind.TEXT),
                        column("committee.role", XlsxSheet.Kind.TEXT),
                        column("committee.from", XlsxSheet.Kind.DATE),
                        column("committee.note", XlsxSheet.Kind.TEXT)),
                committee.members().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(Member member) {
        return Arrays.asList(
                member.person(),
                member.position(),
                member.agencyName(),
                text("committee.role." + member.role()),
                member.from(),
                member.vacancy() == null ? null : text("committee.vacancy." + member.vacancy()));
    }

    private XlsxSheet.Column column(String key, XlsxSheet.Kind kind) {
        return new XlsxSheet.Column(text(key), kind);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
