package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhquyen.publishing.Block;
import vn.binhquyen.publishing.OfficialDocument;

class PlanDocumentTest {
    private final OfficialDocument document =
            PlanDocument.of(SampleContents.small(), "KH-UBND", null, null, null, "Ủy ban nhân dân xã Mẫu Sơn");

    private List<String> headings(Block.Level level) {
        return document.body().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == level)
                .map(heading -> heading.label() + " " + heading.text())
                .toList();
    }

    private List<String> bullets() {
        return document.body().stream()
                .filter(Block.Bullet.class::isInstance)
                .map(block -> ((Block.Bullet) block)
                        .runs().stream().map(run -> run.text()).reduce("", String::concat))
                .toList();
    }

    @Test
    void sections_follow_the_order_of_such_plans_and_empty_ones_are_left_out() {
        assertThat(headings(Block.Level.SECTION))
                .containsExactly(
                        "I. Mục đích, yêu cầu",
                        "II. Mục tiêu, chỉ tiêu",
                        "III. Nhiệm vụ, giải pháp",
                        "IV. Kinh phí thực hiện",
                        "V. Chế độ báo cáo",
                        "VI. Tổ chức thực hiện");
    }

    @Test
    void each_agency_heads_what_it_has_to_do() {
        assertThat(headings(Block.Level.CLAUSE))
                .contains("1. Phòng Văn hóa – Xã hội", "2. Công an xã", "3. Các thôn trên địa bàn");
        assertThat(bullets()).contains("Tiếp nhận và xử lý tin báo bạo lực gia đình.");
    }

    @Test
    void a_follower_of_an_indicator_reads_so_under_its_name() {
        assertThat(bullets()).contains("Theo dõi, báo cáo kết quả thực hiện các chỉ tiêu của Mục tiêu 1.");
    }

    @Test
    void a_reporting_duty_says_what_who_to_whom_through_whom_and_by_when() {
        assertThat(bullets())
                .contains("Báo cáo 6 tháng: Phòng Văn hóa – Xã hội, Công an xã, Các thôn trên địa bàn gửi báo cáo về"
                        + " UBND xã (qua Phòng Văn hóa – Xã hội) trước ngày 10/6/2026.");
    }

    @Test
    void a_date_that_the_words_of_a_task_do_not_give_is_written_behind_them() {
        assertThat(bullets()).contains("Rà soát địa chỉ tin cậy tại thôn; hoàn thành trước ngày 31/3/2026.");
    }

    @Test
    void a_legal_basis_is_cited_with_number_date_and_issuer() {
        assertThat(document.legalBases())
                .containsExactly("Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ ban hành Chiến lược quốc"
                        + " gia về bình đẳng giới giai đoạn 2021 - 2030");
    }
}
