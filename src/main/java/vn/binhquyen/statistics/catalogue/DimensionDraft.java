package vn.binhquyen.statistics.catalogue;

import java.util.List;
import java.util.Optional;
import vn.binhquyen.statistics.Breakdowns.Adds;

/**
 * What is said of a dimension, with all its options in their order.
 *
 * @param code by which combinations name it; it never changes, as those of the options
 */
public record DimensionDraft(
        String code, String nameVi, String nameEn, Adds adds, boolean verified, String note, List<Option> options) {
    public DimensionDraft {
        options = List.copyOf(options);
    }

    /** @param retired no longer offered; kept for the figures that have it */
    public record Option(String code, String nameVi, String nameEn, boolean retired) {
        @Override
        public String toString() {
            return code + " = " + nameVi + " / " + nameEn + (retired ? " (†)" : "");
        }
    }

    Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
