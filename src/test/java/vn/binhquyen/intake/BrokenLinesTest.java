package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts of web pages whose paragraphs were broken into lines of any length and set apart by blank lines. */
class BrokenLinesTest {

    private static final String PLAN = """
        UBND XÃ NÀ LÂM

        Số: 14/KH-UBND

        Nà Lâm, ngày 20 tháng 8 năm 2024

        **KẾ HOẠCH**

        **Bình đẳng giới năm 2024**

        Để triển khai thực hiện
        Kế hoạch số 60/KH-UBND ngày 12/01/2024 của Ủy ban nhân dân huyện Vân Khê về công tác
        bình đẳng giới năm 2024, Ủy ban nhân dân xã ban hành Kế hoạch thực hiện trên địa bàn toàn
        xã, cụ thể như sau:

        **I. MỤC ĐÍCH,
        YÊU CẦU**

        1. Nâng cao nhận thức của
        Đảng viên, công chức và người dân về bình đẳng giới trong gia đình, ở trường học và nơi
        làm việc của các thôn bản trên địa bàn xã.

        2. Bảo đảm tiết kiệm, đúng
        đối tượng, đúng thời gian và có sự phối hợp giữa các ngành, các đoàn thể từ xã đến thôn
        bản trong suốt cả năm.

        **II. NỘI DUNG
        THỰC HIỆN**

        **1. Văn phòng
        Đảng ủy**

        Tham mưu, đôn đốc các chi
        bộ sinh hoạt chuyên đề về bình đẳng giới ít nhất một lần trong quý và gửi kết quả về xã
        để tổng hợp chung.

        **2. Công an
        xã**

        Phối hợp với các thôn, bản
        nắm tình hình bạo lực gia đình, xử lý kịp thời những vụ việc mới phát sinh trên địa bàn
        theo quy định của pháp luật.

        **3. Trạm Y
        tế xã**

        Tư vấn, chăm sóc sức khỏe
        sinh sản cho phụ nữ, vị thành niên ở các thôn, bản vùng cao và hỗ trợ người bị bạo lực
        khi có yêu cầu của họ./.
        """;

    private static ReadPlan read() {
        return Samples.plan("ke-hoach.md", PLAN.getBytes(StandardCharsets.UTF_8))
                .plan();
    }

    @Test
    void a_first_line_of_a_paragraph_goes_on_though_the_next_begins_with_a_capital() {
        assertThat(read().legalBases())
                .singleElement()
                .satisfies(basis -> assertThat(basis.number()).isEqualTo("60/KH-UBND"));
    }

    @Test
    void a_heading_in_capitals_broken_in_two_stays_one_and_holds_the_bodies_below_it() {
        assertThat(read().assignments())
                .extracting(ReadPlan.Assignment::agency)
                .containsExactly("Văn phòng Đảng ủy", "Công an xã", "Trạm Y tế xã");
    }
}
