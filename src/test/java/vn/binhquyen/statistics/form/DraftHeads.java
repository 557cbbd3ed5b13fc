package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/** What drafts of forms in tests say of themselves. */
public final class DraftHeads {
    private DraftHeads() {}

    /** Asked of communes each quarter, under a code that no other form has. */
    public static FormHead quarterly(UnitId owner) {
        return quarterly("T-" + System.nanoTime(), owner, LocalDate.of(2026, 1, 1));
    }

    public static FormHead quarterly(String code, @Nullable UnitId owner, LocalDate from) {
        return new FormHead(
                code,
                owner,
                "Biểu thử",
                "",
                "",
                Period.Kind.QUARTER,
                CutOff.CALENDAR,
                Set.of(Level.COMMUNE),
                null,
                10,
                from);
    }
}
