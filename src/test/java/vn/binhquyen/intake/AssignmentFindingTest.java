package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of who has to do what, by when, and who is told. */
class AssignmentFindingTest {

    private static final String POLICE = "Mở lớp nghề.\n\n**2. Công an xã**\n\n- %s các chỉ tiêu của Mục tiêu 1.";

    private static final String GROUPS = """
        **II. NHIỆM VỤ**

        **1. %s**

        - Làm theo hướng dẫn.

        **III. KINH PHÍ**\
        """;

    private static List<String> withGroup(String title) {
        String text = new SoundPlan().text().replace("**III. TỔ", "**IV. TỔ").replace("**IV. CHẾ", "**V. CHẾ");
        return SoundPlan.rules(text.replace("**II. KINH PHÍ**", GROUPS.formatted(title)));
    }

    @Test
    void owner_overlap_asks_where_two_agencies_follow_one_objective_and_none_leads() {
        assertThat(SoundPlan.withTask(POLICE.formatted("Theo dõi, báo cáo")).rules())
                .containsExactly("owner-overlap");
    }

    @Test
    void owner_overlap_is_content_where_the_second_takes_part() {
        assertThat(SoundPlan.withTask(POLICE.formatted("Phối hợp theo dõi, báo cáo"))
                        .rules())
                .isEmpty();
    }

    @Test
    void unassigned_task_group_asks_about_work_that_no_agency_is_given() {
        assertThat(withGroup("Xây dựng nhà tạm lánh, hỗ trợ khẩn cấp nạn nhân"))
                .containsExactly("unassigned-task-group");
    }

    @Test
    void unassigned_task_group_is_content_where_an_agency_has_such_tasks() {
        assertThat(withGroup("Mở lớp nghề, tạo việc làm cho lao động nữ")).isEmpty();
    }

    @Test
    void agency_not_recipient_asks_about_an_agency_that_is_not_told() {
        assertThat(SoundPlan.rulesWith("- Các cơ quan, đơn vị trên địa bàn xã;", "- Công an xã;"))
                .containsExactly("agency-not-recipient");
    }

    @Test
    void agency_not_recipient_asks_about_who_is_to_carry_out_and_has_no_task() {
        assertThat(SoundPlan.rulesWith("- Lưu: VT.", "- Trạm Y tế xã (t/h);\n- Lưu: VT."))
                .containsExactly("agency-not-recipient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Phòng Kinh tế xã;", "- Các phòng, ban thuộc xã;", "- Như Mục III;"})
    void agency_not_recipient_is_content_with_the_agency_or_its_group(String recipient) {
        assertThat(SoundPlan.rulesWith("- Các cơ quan, đơn vị trên địa bàn xã;", recipient))
                .isEmpty();
    }

    @Test
    void unknown_reference_asks_about_an_objective_that_is_not_there() {
        var plan = new SoundPlan();
        plan.owned = "Mục tiêu 1, Mục tiêu 4";

        assertThat(plan.rules()).containsExactly("unknown-reference");
    }

    @Test
    void unknown_reference_asks_about_a_part_that_is_not_there() {
        assertThat(SoundPlan.withTask("Thực hiện các nội dung tại Mục VII của Kế hoạch này.")
                        .rules())
                .containsExactly("unknown-reference");
    }

    @Test
    void unknown_reference_is_content_with_parts_of_its_own_and_of_other_documents() {
        assertThat(SoundPlan.withTask("Thực hiện các nội dung tại Mục II của Kế hoạch này.\n\n"
                                + "- Thực hiện Mục VII Kế hoạch số 146/KH-UBND ngày 05/01/2026.")
                        .rules())
                .isEmpty();
    }

    @Test
    void short_notice_asks_about_a_deadline_a_week_after_the_plan() {
        assertThat(SoundPlan.rulesWith(
                        "Các thôn gửi báo cáo năm",
                        "Các thôn xây dựng kế hoạch gửi về UBND xã trước ngày 27/01/2026; gửi báo cáo năm"))
                .containsExactly("short-notice");
    }

    @Test
    void short_notice_is_content_with_ten_working_days() {
        assertThat(SoundPlan.rulesWith(
                        "Các thôn gửi báo cáo năm",
                        "Các thôn xây dựng kế hoạch gửi về UBND xã trước ngày 03/02/2026; gửi báo cáo năm"))
                .isEmpty();
    }

    @Test
    void no_deadline_asks_about_a_regular_report_without_a_date() {
        assertThat(SoundPlan.rulesWith(
                        "Các thôn gửi", "Các thôn thực hiện chế độ báo cáo quý về UBND xã. Các thôn gửi"))
                .containsExactly("no-deadline");
    }

    @Test
    void no_deadline_asks_about_a_yearly_report_given_among_other_tasks() {
        String text = SoundPlan.withTask(
                        "Thực hiện chế độ thông tin, báo cáo hằng năm, sơ kết, tổng kết theo quy định.")
                .text()
                .replace(
                        "Các thôn gửi báo cáo năm trước ngày 20/12/2026; tổ chức",
                        "Các thôn sơ kết trước ngày 20/12/2026; tổ chức");

        assertThat(SoundPlan.rules(text)).containsExactly("no-deadline");
    }

    @Test
    void no_deadline_is_content_where_the_date_stands_in_another_sentence_and_with_reports_on_demand() {
        assertThat(SoundPlan.rulesWith(
                        "Các thôn gửi",
                        "Các thôn thực hiện chế độ báo cáo năm, báo cáo đột xuất khi có yêu cầu. Các thôn gửi"))
                .isEmpty();
    }
}
