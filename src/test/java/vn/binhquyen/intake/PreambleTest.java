package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.ReadPlan.LegalBasis;
import vn.binhquyen.kernel.PartialDate;

/** What the sentences before the first part name as bases, and what they only tell of. */
class PreambleTest {

    private static List<LegalBasis> bases(String preamble) {
        String text = "UBND TỈNH MINH HÀ\n\nSố: 5/KH-UBND\n\nMinh Hà, ngày 04 tháng 3 năm 2022\n\nKẾ HOẠCH\n\n"
                + "Về bình đẳng giới năm 2022\n\n" + preamble + "\n\nI. MỤC TIÊU\n\n1. Đạt 60% số xã có nữ lãnh đạo.\n";
        return Samples.plan("ke-hoach.txt", text.getBytes(StandardCharsets.UTF_8))
                .plan()
                .legalBases();
    }

    @Test
    void a_law_that_amends_others_is_one_basis_known_by_its_date() {
        assertThat(bases("""
            Căn cứ Luật Thanh tra ngày 15/11/2010; Luật sửa đổi, bổ sung một số điều của Luật Thi đua và Luật Khen thưởng ngày 16 tháng 11 năm 2013;\
            """))
                .extracting(LegalBasis::issuer, LegalBasis::issuedOn)
                .containsExactly(
                        tuple("Quốc hội", PartialDate.parse("2010-11-15")),
                        tuple("Quốc hội", PartialDate.parse("2013-11-16")));
    }

    @Test
    void a_day_may_lack_the_word_for_day() {
        assertThat(bases("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV 13 tháng 2 năm 2022."))
                .singleElement()
                .extracting(LegalBasis::issuedOn)
                .isEqualTo(PartialDate.parse("2022-02-13"));
    }

    @Test
    void what_is_told_between_the_bases_and_the_announcement_names_no_basis() {
        assertThat(bases("""
            Thực hiện Chỉ thị số 31/CT-TTg ngày 11/12/2021 của Thủ tướng Chính phủ về công tác gia đình.

            Sau ba năm, nhờ Nghị quyết số 19-NQ/TU ngày 02/4/2019 của Tỉnh ủy, tình hình đã chuyển biến tốt.

            UBND tỉnh ban hành Kế hoạch như sau:\
            """)).extracting(LegalBasis::number).containsExactly("31/CT-TTg");
    }

    @Test
    void where_no_paragraph_opens_as_bases_do_a_document_cited_with_its_date_is_one() {
        assertThat(bases("""
            Năm 2022, tỉnh tiếp tục chỉ đạo các nội dung của Nghị quyết số 19-NQ/TU ngày 02/4/2019 của Tỉnh ủy và của Luật Trẻ em trong mọi ngành, UBND tỉnh ban hành Kế hoạch như sau:\
            """)).extracting(LegalBasis::number).containsExactly("19-NQ/TU");
    }

    @Test
    void a_document_joined_to_another_behind_the_place_where_that_one_holds_is_a_basis_too() {
        assertThat(bases("""
            Thực hiện Kế hoạch số 88/KH-TLĐ ngày 12/11/2021 của Tổng Liên đoàn về bình đẳng giới trong tổ chức Công đoàn và Kế hoạch số 23/KH-UBND ngày 25/12/2021 của UBND tỉnh Minh Hà;\
            """)).extracting(LegalBasis::number).containsExactly("88/KH-TLĐ", "23/KH-UBND");
    }
}
