package vn.binhquyen.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks every rule about a plan, freshly read or edited since. */
public final class PlanChecks {

    /** @param text the document, or null for a plan that was never one */
    public List<Finding> check(ReadPlan plan, @Nullable DocumentText text, Locale locale) {
        return List.of();
    }
}
