package vn.binhquyen.statistics.quality;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;

/**
 * Names a finding of a unit: the same odd figure has the same name each time it is found.
 *
 * @param cell element 0 where it is about the whole sheet
 */
public record FindingKey(Period period, String check, Cell cell) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{7})~(\\d{1,9})~(\\d{1,9})~(ACTUAL|ESTIMATED)~([\\w:.,-]{1,200})");

    /** Empty where it is none. */
    public static Optional<FindingKey> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FindingKey(
                Period.ofKey(Integer.parseInt(parts.group(1))),
                parts.group(5),
                new Cell(
                        Integer.parseInt(parts.group(2)),
                        new Breakdown(Integer.parseInt(parts.group(3))),
                        Nature.valueOf(parts.group(4)))));
    }

    /** As a form hands it back. */
    @Override
    public String toString() {
        return "%d~%d~%d~%s~%s"
                .formatted(period.key(), cell.element(), cell.breakdown().key(), cell.nature(), check);
    }
}
