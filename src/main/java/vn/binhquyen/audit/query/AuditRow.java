package vn.binhquyen.audit.query;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.audit.FieldChange;

/**
 * An entry as it is read.
 *
 * @param address from where the person worked; null for work without a request or from before it was kept
 * @param detail what else was noted, by its name; a list or object in its JSON form
 * @param seal number of the link that seals it in the chain of its province; null while none does
 */
public record AuditRow(
        UUID id,
        OffsetDateTime at,
        String actor,
        String agency,
        String unit,
        String action,
        String thing,
        String thingId,
        @Nullable String address,
        List<FieldChange> changes,
        Map<String, String> detail,
        @Nullable Long seal) {}
