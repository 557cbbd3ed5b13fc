package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Theo dõi, báo cáo các chỉ tiêu của Mục tiêu 1, 3, 4,5,6 tại Kế hoạch | 1 3 4 5 6 |
        Báo cáo kết quả chỉ tiêu 2, chỉ tiêu 3 của Mục tiêu 3                | | 3.2 3.3
        Chịu trách nhiệm các chỉ tiêu thuộc Mục tiêu 1 đến 4                 | 1 2 3 4 |
        Theo dõi các chỉ tiêu của Mục tiêu 3 và Mục tiêu 6                   | 3 6 |
        Phụ trách chỉ tiêu 3.2, 3.3                                          | | 3.2 3.3
        """)
    void the_objectives_and_indicators_that_a_task_names_are_owned(String task, String objectives, String indicators) {
        var owned = Ownership.of(List.of(task));

        assertThat(String.join(" ", owned.objectives())).isEqualTo(objectives == null ? "" : objectives);
        assertThat(String.join(" ", owned.indicators())).isEqualTo(indicators == null ? "" : indicators);
    }

    @Test
    void a_task_that_only_mentions_targets_in_general_owns_none() {
        var owned = Ownership.of(List.of("Lồng ghép các mục tiêu, chỉ tiêu về bình đẳng giới vào 3 chương trình"));

        assertThat(owned.objectives()).isEmpty();
        assertThat(owned.indicators()).isEmpty();
    }
}
