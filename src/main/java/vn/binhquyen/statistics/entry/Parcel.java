package vn.binhquyen.statistics.entry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.statistics.form.FormSheet;

/**
 * Changes that somebody, who was let in, makes to cells of a form.
 *
 * @param address from which they ask; null for work without a request
 * @param change how the browser calls the parcel: sent again after a broken line, it counts once
 * @param reason why figures that were sent in are changed; null where they are not
 */
record Parcel(
        Actor actor,
        @Nullable String address,
        FormSheet sheet,
        UUID change,
        List<CellChange> changes,
        @Nullable String reason) {}
