package vn.binhquyen.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the fields that a change really changed. */
public final class FieldChanges {

    private final List<FieldChange> changes = new ArrayList<>();

    public FieldChanges add(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, words(before), words(after)));
        }
        return this;
    }

    public List<FieldChange> all() {
        return List.copyOf(changes);
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
