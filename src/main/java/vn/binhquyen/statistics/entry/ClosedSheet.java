package vn.binhquyen.statistics.entry;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.form.AskedSheet;
import vn.binhquyen.statistics.form.FormHead;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.quality.LockedFigures.Look;

/** Why nothing can be entered on a sheet, where nothing can. */
final class ClosedSheet {
    private ClosedSheet() {}

    /**
     * Why nothing can.
     *
     * @param look null where there was no such unit in the period
     */
    static Optional<Refused> why(AskedSheet asked, FormSheet sheet, @Nullable Look look, LocalDate today) {
        FormHead head = asked.form().head();
        if (sheet.period().kind() == head.periodKind()
                && head.cutOff().from(sheet.period()).isAfter(today)) {
            return Optional.of(new Refused("entry.closed.future"));
        }
        if (look == null) {
            return Optional.of(new Refused("entry.closed.ended"));
        }
        if (!asked.asked()) {
            return Optional.of(new Refused("entry.closed.not-asked"));
        }
        return look.locked().keySet().containsAll(look.elements())
                ? look.locked().values().stream().findFirst()
                : Optional.empty();
    }
}
