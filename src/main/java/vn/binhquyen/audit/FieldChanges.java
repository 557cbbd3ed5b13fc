package vn.binhquyen.audit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the fields that a change really changed. */
public final class FieldChanges {

    private final List<FieldChange> changes = new ArrayList<>();

    /** All components of a record that differ. */
    public static <R extends Record> FieldChanges between(R before, R after) {
        var changes = new FieldChanges();
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            changes.add(component.getName(), value(component, before), value(component, after));
        }
        return changes;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record that can't be read: " + record.getClass(), impossible);
        }
    }

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
