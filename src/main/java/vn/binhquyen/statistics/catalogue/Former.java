package vn.binhquyen.statistics.catalogue;

import java.time.OffsetDateTime;
import java.util.List;
import vn.binhquyen.audit.FieldChange;

/**
 * A change of an entry.
 *
 * @param version the one that was left behind
 * @param by the name of who changed it; empty where the account is gone
 */
public record Former(long version, String reason, OffsetDateTime at, String by, List<FieldChange> changes) {
    public Former {
        changes = List.copyOf(changes);
    }
}
