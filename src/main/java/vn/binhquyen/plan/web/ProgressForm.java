package vn.binhquyen.plan.web;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;

/**
 * What an officer tells of a task, as typed.
 *
 * @param agency whose part it is
 * @param file null or empty where nothing is shown
 */
record ProgressForm(
        @Nullable UUID agency,
        @Nullable TaskState state,
        @Nullable String narrative,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String percentage,
        @Nullable MultipartFile file) {
    private static final int LONGEST_NARRATIVE = 20_000;
    private static final int LONGEST_UNIT = 60;
    private static final int WHOLE = 100;

    void check(BindingResult errors) {
        if (state == null) {
            errors.rejectValue("state", "plan.task.state.needed");
        }
        Typed.require("narrative", narrative, LONGEST_NARRATIVE, "plan.task.narrative", errors);
        if (!Typed.blank(quantity)) {
            if (Typed.decimal(quantity).isEmpty()) {
                errors.rejectValue("quantity", "plan.task.quantity.wrong");
            }
            Typed.require("unit", unit, LONGEST_UNIT, "plan.task.unit", errors);
        }
        boolean share =
                Typed.integer(percentage).filter(given -> given <= WHOLE).isPresent();
        if (!Typed.blank(percentage) && !share) {
            errors.rejectValue("percentage", "plan.task.percentage.wrong");
        }
        if (file != null && file.getSize() > Tasks.LARGEST_EVIDENCE) {
            errors.rejectValue("file", "plan.task.file.large");
        }
    }

    boolean shows() {
        return file != null && !file.isEmpty();
    }

    /** Only for a form without errors. */
    NewProgress progress(TaskId task) {
        return new NewProgress(
                task,
                Objects.requireNonNull(state),
                Objects.requireNonNull(narrative).strip(),
                Typed.decimal(quantity).orElse(null),
                Typed.blank(quantity) || unit == null ? null : unit.strip(),
                Typed.integer(percentage).orElse(null));
    }
}
