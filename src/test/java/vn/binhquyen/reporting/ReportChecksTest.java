package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;

class ReportChecksTest {
    @Test
    void led_tasks_that_nobody_began_are_counted_in_one_sentence() {
        List<Concern> concerns = concerns(
                task(true, TaskState.NOT_STARTED, ""),
                task(true, TaskState.NOT_STARTED, ""),
                task(false, TaskState.NOT_STARTED, ""),
                task(true, TaskState.UNDER_WAY, "Đã mở một lớp."));

        assertThat(concerns).singleElement().satisfies(concern -> {
            assertThat(concern.code()).isEqualTo("tasks-not-started");
            assertThat(concern.arguments()).containsExactly("2");
            assertThat(concern.blocking()).isFalse();
        });
    }

    @Test
    void a_result_told_of_a_task_that_is_not_started_is_looked_at_again() {
        assertThat(concerns(task(true, TaskState.NOT_STARTED, "Đã mở một lớp.")))
                .extracting(Concern::code)
                .containsExactly("task-told-not-started");
    }

    @Test
    void a_task_done_without_a_word_is_looked_at_again() {
        assertThat(concerns(task(true, TaskState.DONE, "")))
                .extracting(Concern::code)
                .containsExactly("task-untold");
    }

    @Test
    void a_share_is_not_held_against_an_aim_that_counts() {
        assertThat(share("tin, bài").attained(2026)).isNull();
        assertThat(share("%").attained(2026)).isTrue();
    }

    private static List<Concern> concerns(TaskReport... tasks) {
        return ReportChecks.of(new ReportContent(
                List.of(), List.of(tasks), List.of(new Passage(Section.RESULTS, "Đã làm.", 1)), List.of()));
    }

    private static TaskReport task(boolean leads, TaskState state, String narrative) {
        return new TaskReport(
                new TaskId(UUID.randomUUID()), "Trạm Y tế", "Mở lớp tư vấn", leads, null, state, null, narrative, 1);
    }

    private static Figure share(String unitOfTheAim) {
        OwedIndicator indicator = new OwedIndicator(
                new IndicatorId(UUID.randomUUID()),
                null,
                "Mục tiêu",
                "Mỗi quý có ít nhất năm bản tin",
                null,
                "%",
                Direction.UP,
                Computation.RATIO,
                new BigDecimal(100),
                false,
                null,
                null,
                List.of(new OwedIndicator.Aim(">=", new BigDecimal(5), null, unitOfTheAim, 2026)),
                Map.of(Part.NUMERATOR, 1, Part.DENOMINATOR, 2));
        return new Figure(
                indicator,
                Map.of(
                        Slot.of("NUMERATOR-TOTAL-ACTUAL"), new BigDecimal(1),
                        Slot.of("DENOMINATOR-TOTAL-ACTUAL"), new BigDecimal(2)),
                "",
                0);
    }
}
