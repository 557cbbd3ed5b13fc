package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.kernel.Direction;

class OwnershipTest {

    private static final Place AT = new Place(1, 1, 1);

    /** A plan whose indicators stand in one list. */
    private static final List<Objective> FLAT = List.of(objective(null, "Chỉ tiêu", 1, 9));

    private static final List<Objective> NUMBERED =
            List.of(objective("1", "Trong lĩnh vực chính trị", 1, 2), objective("2", "Trong lĩnh vực y tế", 1, 3));

    /** A plan of several fields whose indicators are numbered through. */
    private static final List<Objective> THROUGH =
            List.of(objective("1", "Lĩnh vực chính trị", 1, 2), objective("2", "Lĩnh vực y tế", 3, 5));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Theo dõi, báo cáo các chỉ tiêu của Mục tiêu 1, 3, 4,5,6 tại Kế hoạch | 1 3 4 5 6 |
        Báo cáo kết quả chỉ tiêu 2, chỉ tiêu 3 của Mục tiêu 3                | | 3.2 3.3
        Chịu trách nhiệm các chỉ tiêu thuộc Mục tiêu 1 đến 4                 | 1 2 3 4 |
        Theo dõi các chỉ tiêu của Mục tiêu 3 và Mục tiêu 6                   | 3 6 |
        Phụ trách chỉ tiêu 3.2, 3.3                                          | | 3.2 3.3
        Phụ trách các chỉ tiêu từ 3.1 đến 3.3                                | | 3.1 3.2 3.3
        Đôn đốc Mục tiêu 2 (chỉ tiêu 1, 2) và Mục tiêu 4                     | 4 | 2.1 2.2
        Theo dõi Mục tiêu 2, chỉ tiêu 2 và chỉ tiêu 3 của Mục tiêu 3         | 2 | 3.2 3.3
        Theo dõi Mục tiêu 2 và chỉ tiêu 1 Mục tiêu 3                         | 2 | 3.1
        Theo dõi chỉ tiêu thứ hai, thứ ba của Mục tiêu 3                     | | 3.2 3.3
        Phụ trách Mục tiêu thứ tư                                            | 4 |
        Đánh giá các chỉ tiêu 1, 2 của Mục tiêu 3 và Mục tiêu 6              | 6 | 3.1 3.2
        Đánh giá chỉ tiêu 2 của Mục tiêu 3 và 6                              | | 3.2 6.2
        """)
    void the_objectives_and_indicators_that_a_task_names_are_owned(
            String task, @Nullable String objectives, @Nullable String indicators) {
        var owned = Ownership.of(List.of(task), List.of());

        assertThat(String.join(" ", owned.objectives())).isEqualTo(objectives == null ? "" : objectives);
        assertThat(String.join(" ", owned.indicators())).isEqualTo(indicators == null ? "" : indicators);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Theo dõi chỉ tiêu 4                                                   | 4
        Đầu mối tổng hợp chỉ tiêu số 1, số 2 và số 5                          | 1 2 5
        Chịu trách nhiệm về các chỉ tiêu: 2, 3 và 7 Mục II Kế hoạch           | 2 3 7
        Tham mưu giải pháp đạt các chỉ tiêu từ số 3 đến số 6                  | 3 4 5 6
        Quản lý công tác cán bộ nữ (chỉ tiêu 03); báo cáo hằng quý            | 3
        Chủ trì các chỉ tiêu 1-3; chỉ tiêu 8                                  | 1 2 3 8
        Theo dõi các chỉ tiêu có số thứ tự 6, 7 tại Phần II                   | 6 7
        Thực hiện các chỉ tiêu nêu tại điểm 1, điểm 2 Mục II                  | 1 2
        Phối hợp với Công an xã xác minh vụ việc; chịu trách nhiệm chỉ tiêu 5 | 5
        Theo dõi chỉ tiêu 5, 100% vụ việc phải có hồ sơ                       | 5
        Theo dõi kết quả các chỉ tiêu a, c và đ                               | a c đ
        Phụ trách chỉ tiêu 4, phối hợp với Sở Y tế thực hiện chỉ tiêu 5       | 4
        """)
    void an_indicator_of_a_flat_list_is_named_by_its_number_alone(String task, String indicators) {
        var owned = Ownership.of(List.of(task), FLAT);

        assertThat(owned.indicators()).isEqualTo(List.of(indicators.split(" ")));
        assertThat(owned.objectives()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lồng ghép các mục tiêu, chỉ tiêu về bình đẳng giới vào 3 chương trình",
                "Phấn đấu đạt chỉ tiêu 30% nữ trong quy hoạch",
                "Giao chỉ tiêu 12 lớp tập huấn cho các đơn vị",
                "Rà soát chỉ tiêu năm 2027",
            })
    void a_number_that_counts_something_else_names_no_indicator(String task) {
        var owned = Ownership.of(List.of(task), FLAT);

        assertThat(owned.objectives()).isEmpty();
        assertThat(owned.indicators()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phối hợp với Sở Y tế theo dõi chỉ tiêu 7",
                "Tham gia thực hiện các chỉ tiêu 7, 8",
                "Cung cấp số liệu phục vụ đánh giá chỉ tiêu 7; chỉ tiêu 8",
            })
    void who_only_helps_owns_nothing(String task) {
        assertThat(Ownership.of(List.of(task), FLAT).indicators()).isEmpty();
    }

    @Test
    void who_leads_together_with_others_owns() {
        var owned = Ownership.of(List.of("Chủ trì, phối hợp với Sở Nội vụ thực hiện chỉ tiêu 7"), FLAT);

        assertThat(owned.indicators()).containsExactly("7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Theo dõi các chỉ tiêu thuộc lĩnh vực chính trị      | 1   |
        Theo dõi các chỉ tiêu về lĩnh vực 1 và lĩnh vực 2   | 1 2 |
        Báo cáo chỉ tiêu 1, 3 lĩnh vực y tế                 |     | 2.1 2.3
        Thực hiện các chỉ tiêu tại khoản 2 Mục II           | 2   |
        Thực hiện các chỉ tiêu tại mục 2.1                  | 1   |
        Tổng hợp các chỉ tiêu tại mục 1 và mục 2            | 1 2 |
        Phụ trách nhóm chỉ tiêu I, II                       | 1 2 |
        Thực hiện chỉ tiêu b Mục tiêu 2                     |     | 2.2
        Giám sát chỉ tiêu y tế                              | 2   |
        Tuyên truyền trong lĩnh vực y tế theo các chỉ tiêu  |     |
        """)
    void a_field_stands_for_its_objective(String task, @Nullable String objectives, @Nullable String indicators) {
        var owned = Ownership.of(List.of(task), NUMBERED);

        assertThat(String.join(" ", owned.objectives())).isEqualTo(objectives == null ? "" : objectives);
        assertThat(String.join(" ", owned.indicators())).isEqualTo(indicators == null ? "" : indicators);
    }

    @Test
    void a_number_that_one_indicator_of_the_plan_bears_is_found_in_its_objective() {
        assertThat(Ownership.of(List.of("Theo dõi chỉ tiêu 2, 4"), THROUGH).indicators())
                .containsExactly("1.2", "2.4");
    }

    @Test
    void a_number_that_several_indicators_bear_names_none() {
        assertThat(Ownership.of(List.of("Theo dõi chỉ tiêu 2"), NUMBERED).indicators())
                .isEmpty();
    }

    @Test
    void a_clause_with_a_subject_of_its_own_gives_the_indicator_to_that_body() {
        String task =
                "Theo dõi chỉ tiêu 1, 2; Sở Y tế chịu trách nhiệm các chỉ tiêu 6, 7; Công an tỉnh theo dõi chỉ tiêu 5";

        assertThat(Ownership.of(List.of(task), FLAT).indicators()).containsExactly("1", "2");
        assertThat(Ownership.named(task, FLAT))
                .extracting(owner -> owner.body() + " " + owner.owned().indicators())
                .containsExactly("Sở Y tế [6, 7]", "Công an tỉnh [5]");
    }

    @Test
    void a_body_before_a_colon_is_the_owner_and_the_words_after_it_are_none_of_its_name() {
        assertThat(Ownership.named("Đảng ủy xã: đề nghị chỉ đạo thực hiện chỉ tiêu 1", FLAT))
                .extracting(Ownership.Owner::body)
                .containsExactly("Đảng ủy xã");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chỉ tiêu 6, 7: Sở Y tế, Sở Nội vụ",
                "Các chỉ tiêu 6, 7 do Sở Y tế, Sở Nội vụ theo dõi, báo cáo",
                "Chỉ tiêu số 6 và số 7 giao Sở Y tế, Sở Nội vụ chủ trì.",
            })
    void a_body_may_be_named_after_what_it_follows(String words) {
        assertThat(Ownership.named(words, FLAT))
                .extracting(owner -> owner.body() + " " + owner.owned().indicators())
                .containsExactly("Sở Y tế [6, 7]", "Sở Nội vụ [6, 7]");
    }

    private static Objective objective(@Nullable String no, String title, int first, int last) {
        var indicators = IntStream.rangeClosed(first, last)
                .mapToObj(i -> new Indicator(String.valueOf(i), "chỉ tiêu " + i, Direction.NONE, List.of(), null, AT))
                .toList();
        return new Objective(no, title, indicators, AT);
    }
}
