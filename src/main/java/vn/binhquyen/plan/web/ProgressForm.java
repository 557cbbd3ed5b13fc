package vn.binhquyen.plan.web;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;

/**
 * What an officer tells of a task.
 *
 * @param agency whose part it is
 * @param file null or empty where nothing is shown
 */
record ProgressForm(
        @Nullable UUID agency,
        @Nullable TaskState state,
        @Nullable String narrative,
        @NumberFormat(pattern = "#,##0.######") @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Integer percentage,
        @Nullable MultipartFile file) {
    private static final int LONGEST_NARRATIVE = 20_000;
    private static final int LONGEST_UNIT = 60;
    private static final int WHOLE = 100;

    void check(BindingResult errors) {
        if (state == null) {
            errors.rejectValue("state", "plan.task.state.needed");
        }
        if (narrative == null || narrative.isBlank()) {
            errors.rejectValue("narrative", "plan.task.narrative.needed");
        } else if (narrative.length() > LONGEST_NARRATIVE) {
            errors.rejectValue("narrative", "plan.task.narrative.long");
        }
        if (quantity != null && quantity.signum() < 0) {
            errors.rejectValue("quantity", "plan.task.quantity.negative");
        }
        if (quantity != null && (unit == null || unit.isBlank())) {
            errors.rejectValue("unit", "plan.task.unit.needed");
        } else if (unit != null && unit.length() > LONGEST_UNIT) {
            errors.rejectValue("unit", "plan.task.unit.long");
        }
        if (percentage != null && (percentage < 0 || percentage > WHOLE)) {
            errors.rejectValue("percentage", "plan.task.percentage.wrong");
        }
        if (file != null && file.getSize() > Tasks.LARGEST_EVIDENCE) {
            errors.rejectValue("file", "plan.task.file.large");
        }
    }

    boolean shows() {
        return file != null && !file.isEmpty();
    }

    NewProgress progress(TaskId task) {
        return new NewProgress(
                task,
                Objects.requireNonNull(state),
                Objects.requireNonNull(narrative).strip(),
                quantity,
                quantity == null || unit == null ? null : unit.strip(),
                percentage);
    }
}
