package vn.binhquyen.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an agency tells about its part of a task; see {@link TaskProgress}. */
public record NewProgress(
        TaskId task,
        TaskState state,
        String narrative,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Integer percentage) {}
