package vn.binhquyen.statistics.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor after the last finding; null where there is none */
public record FindingPage(List<Finding> findings, @Nullable String next) {
    public FindingPage {
        findings = List.copyOf(findings);
    }

    /**
     * How many there are in all that the filter lets through.
     *
     * @param waiting sheets of the filter's units and period that are still to be looked at
     */
    public record Counts(int errors, int warnings, int explained, int waiting) {
        public int all() {
            return errors + warnings + explained;
        }
    }
}
