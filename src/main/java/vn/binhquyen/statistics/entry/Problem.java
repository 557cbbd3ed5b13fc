package vn.binhquyen.statistics.entry;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.quality.Finding;

/**
 * Why a form can't be sent in yet.
 *
 * @param code key of the message that says it
 * @param finding what was found wrong with the figure, and not explained yet; null where it is something else
 */
public record Problem(CellKey cell, String code, @Nullable Finding finding) {
    Problem(CellKey cell, String code) {
        this(cell, code, null);
    }
}
