package vn.binhquyen.audit.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.audit.FieldChange;
import vn.binhquyen.audit.query.AuditRow;
import vn.binhquyen.publishing.XlsxSheet;

/** Says entries of the record in the reader's words. */
@Component("auditWords")
class AuditWords {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final Map<String, String> PAGES =
            Map.of("agency", "/agencies/", "unit", "/units/", "account", "/accounts/");
    private static final String ACTION = "audit.action.";
    private static final String THING = "audit.thing.";

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    public String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(HERE));
    }

    public String action(String action) {
        return say(ACTION + action, action, LocaleContextHolder.getLocale());
    }

    public String thing(String thing) {
        return say(THING + thing, thing, LocaleContextHolder.getLocale());
    }

    public String field(String field) {
        return say("audit.field." + field, field, LocaleContextHolder.getLocale());
    }

    /** The page of the thing; null where it has none that every reader of the record may open, as a draft has not. */
    public @Nullable String page(AuditRow row) {
        String page = PAGES.get(row.thing());
        return page == null ? null : page + row.thingId();
    }

    List<String> actions() {
        return named(ACTION);
    }

    List<String> things() {
        return named(THING);
    }

    private static List<String> named(String prefix) {
        var keys = new TreeSet<String>();
        for (String key :
                ResourceBundle.getBundle("messages/audit", Locale.of("vi")).keySet()) {
            if (key.startsWith(prefix)) {
                keys.add(key.substring(prefix.length()));
            }
        }
        return List.copyOf(keys);
    }

    XlsxSheet sheet(List<AuditRow> rows, Locale locale) {
        List<XlsxSheet.Column> columns = AuditController.headings().stream()
                .map(name -> new XlsxSheet.Column(
                        messages.getMessage("audit.column." + name, null, locale), XlsxSheet.Kind.TEXT))
                .toList();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (AuditRow row : rows) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(time(row.at()));
            line.add(row.actor());
            line.add(row.agency());
            line.add(row.unit());
            line.add(say(ACTION + row.action(), row.action(), locale));
            line.add(say(THING + row.thing(), row.thing(), locale));
            line.add(row.thingId());
            line.add(row.address());
            line.add(row.changes().stream().map(AuditWords::change).collect(Collectors.joining("; ")));
            line.add(row.detail().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("; ")));
            line.add(row.seal() == null ? null : row.seal().toString());
            cells.add(line);
        }
        return new XlsxSheet(messages.getMessage("audit.title", null, locale), columns, cells);
    }

    private static String change(FieldChange change) {
        return change.field() + ": " + (change.before() == null ? "–" : change.before()) + " → "
                + (change.after() == null ? "–" : change.after());
    }

    private String say(String key, String otherwise, Locale locale) {
        String said = messages.getMessage(key, null, otherwise, locale);
        return said == null ? otherwise : said;
    }
}
