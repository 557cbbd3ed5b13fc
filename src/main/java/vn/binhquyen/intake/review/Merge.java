package vn.binhquyen.intake.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the fields of an item that two people changed at once: each change stands, and where both changed one
 * field differently, what was saved first stays and the other is handed back.
 *
 * @param fields what is to be saved
 * @param clashes the fields in which mine was not taken, with what I wrote
 * @param taken the fields in which somebody else's change was taken in
 */
public record Merge(Map<String, String> fields, Map<String, String> clashes, Set<String> taken) {

    /**
     * @param base the fields as I saw them when I began
     * @param mine as I left them
     * @param theirs as they are saved now
     */
    public static Merge of(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> clashes = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        theirs.forEach((field, saved) -> {
            String seen = base.getOrDefault(field, "");
            String wanted = mine.getOrDefault(field, saved);
            boolean iChanged = !wanted.equals(seen);
            boolean theyChanged = !saved.equals(seen);
            fields.put(field, iChanged && !theyChanged ? wanted : saved);
            if (theyChanged && !saved.equals(wanted)) {
                taken.add(field);
                if (iChanged) {
                    clashes.put(field, wanted);
                }
            }
        });
        return new Merge(fields, clashes, taken);
    }
}
