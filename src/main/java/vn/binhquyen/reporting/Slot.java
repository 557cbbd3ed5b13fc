package vn.binhquyen.reporting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;

/** One number that an indicator asks for; its text names the field of the form and the place in a kept report. */
public record Slot(Part part, Breakdown breakdown, Nature nature) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::nature).thenComparing(Slot::part).thenComparing(Slot::breakdown);

    public static Slot total(Part part, Nature nature) {
        return new Slot(part, Breakdown.TOTAL, nature);
    }

    @JsonCreator
    public static Slot of(String text) {
        String[] words = text.split("-", -1);
        return new Slot(Part.valueOf(words[0]), Breakdown.named(words[1]), Nature.valueOf(words[2]));
    }

    /**
     * What an indicator asks for.
     *
     * @param early whether the report is due before its period ends, so that the whole period is estimated as well
     */
    static List<Slot> of(OwedIndicator indicator, boolean early) {
        List<Slot> slots = new ArrayList<>();
        for (Part part : indicator.elements().keySet().stream().sorted().toList()) {
            slots.add(total(part, Nature.ACTUAL));
            if (part == Part.NUMERATOR && indicator.bySex()) {
                slots.add(new Slot(part, Breakdown.WOMEN, Nature.ACTUAL));
                slots.add(new Slot(part, Breakdown.MEN, Nature.ACTUAL));
            }
            if (early) {
                slots.add(total(part, Nature.ESTIMATED));
            }
        }
        return slots;
    }

    /** Whether numbers of several reporters may be summed here. */
    boolean adds() {
        return part != Part.VALUE;
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return part + "-" + breakdown + "-" + nature;
    }
}
