package vn.binhquyen.statistics.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor after the last sheet; null where there is none */
public record OwedPage(List<OwedSheet> sheets, @Nullable String next) {
    public OwedPage {
        sheets = List.copyOf(sheets);
    }
}
