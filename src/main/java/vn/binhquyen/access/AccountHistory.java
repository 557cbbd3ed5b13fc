package vn.binhquyen.access;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChange;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Role;

/** Reads what was done to an account from the record, and says for the record what a change changed. */
@Component
class AccountHistory {
    private static final List<String> FIELDS = List.of(
            "name", "position", "agency", "roles", "active", "email", "phone", "from", "lastDay", "account", "reason");
    private static final Set<String> DAYS = Set.of("from", "lastDay");
    private static final String LIST = ", ";
    private static final short NATION = 0;

    private final AuditLog audit;
    private final JsonMapper json;

    AccountHistory(AuditLog audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    /** An entry stands with the province of who made it: the account's own, or the nation. */
    List<AccountEvent> of(Account account) {
        return Stream.of(account.province(), NATION)
                .distinct()
                .flatMap(province -> entries(province, account.id()).stream())
                .sorted(Comparator.comparing(AuditLog.Entry::at).reversed())
                .map(this::event)
                .toList();
    }

    /** The fields that differ, as they were and became. */
    static List<FieldChange> changes(Account before, Account after) {
        return new FieldChanges()
                .add("name", before.name(), after.name())
                .add("position", before.position(), after.position())
                .add("email", before.email(), after.email())
                .add("phone", before.phone(), after.phone())
                .add("agency", before.agencyName(), after.agencyName())
                .add("roles", sorted(before.roles()), sorted(after.roles()))
                .add("active", before.active(), after.active())
                .all();
    }

    private static String sorted(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(LIST));
    }

    private List<AuditLog.Entry> entries(short province, AccountId id) {
        return audit.historyOf(province, "account", id);
    }

    private AccountEvent event(AuditLog.Entry entry) {
        JsonNode detail = json.readTree(entry.detail());
        List<AccountEvent.Difference> differences = new ArrayList<>();
        for (String field : FIELDS) {
            JsonNode value = detail.get(field);
            if (value != null) {
                differences.add(new AccountEvent.Difference(field, DAYS.contains(field) ? day(value) : words(value)));
            }
        }
        AuditLog.changes(detail)
                .forEach(change -> differences.add(new AccountEvent.Difference(change.field(), became(change))));
        return new AccountEvent(entry.at(), entry.action(), entry.actor(), differences);
    }

    private static List<String> became(FieldChange change) {
        String after = change.after();
        return after == null || after.isEmpty() ? List.of() : List.of(after.split(LIST));
    }

    private static List<String> day(JsonNode value) {
        return List.of(LocalDate.parse(value.asString()).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    }

    private static List<String> words(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        String word = value.asString();
        return word.isEmpty() ? List.of() : List.of(word);
    }
}
