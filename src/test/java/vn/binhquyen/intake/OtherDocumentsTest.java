package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.PartialDate;

class OtherDocumentsTest {

    private static Reading.Refused refused(String name, String text) {
        Reading reading = new PlanReader().read(name, text.getBytes(StandardCharsets.UTF_8), Samples.VIETNAMESE);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    @Test
    void a_letter_is_known_by_its_address_with_number_date_issuer_subject_and_basis() {
        Reading.Refused refused = refused("cong-van.txt", """
            ỦY BAN NHÂN DÂN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            HUYỆN VÂN KHÊ                             Độc lập - Tự do - Hạnh phúc

            Số: 412/UBND-LĐTBXH                    Vân Khê, ngày 09 tháng 5 năm 2024
            V/v rà soát số liệu về
            bình đẳng giới 6 tháng

                          Kính gửi:
                            - Các phòng, ban thuộc huyện;
                            - UBND các xã, thị trấn.

            Thực hiện Kế hoạch số 87/KH-UBND ngày 18/02/2024 của UBND huyện về công tác bình đẳng giới, UBND huyện đề nghị các đơn vị gửi số liệu./.

            Nơi nhận:                             TM. ỦY BAN NHÂN DÂN
            - Như trên;                           CHỦ TỊCH
            - Lưu: VT.
            """);

        assertThat(refused.document()).isNotNull().satisfies(letter -> {
            assertThat(letter.documentType()).isEqualTo(DocumentType.CONG_VAN);
            assertThat(letter.number()).isEqualTo("412/UBND-LĐTBXH");
            assertThat(letter.issuedOn()).isEqualTo(PartialDate.parse("2024-05-09"));
            assertThat(letter.issuer()).extracting("name").isEqualTo("Ủy ban nhân dân huyện Vân Khê");
            assertThat(letter.title()).isEqualTo("rà soát số liệu về bình đẳng giới 6 tháng");
            assertThat(letter.legalBases()).singleElement().satisfies(basis -> {
                assertThat(basis.number()).isEqualTo("87/KH-UBND");
                assertThat(basis.title()).isEqualTo("công tác bình đẳng giới");
            });
        });
        assertThat(refused.message()).contains("Công văn").contains("412/UBND-LĐTBXH");
    }

    @Test
    void a_report_is_known_by_its_heading_though_its_parts_resemble_those_of_a_plan() {
        Reading.Refused refused = refused("bao-cao.md", """
            UBND XÃ NÀ LÂM

            Số: 55/BC-UBND

            Nà Lâm, ngày 30 tháng 11 năm 2025

            **BÁO CÁO**
            **Kết quả thực hiện công tác bình đẳng giới năm 2025**

            Căn cứ Kế hoạch số 12/KH-UBND ngày 20/01/2025 của UBND tỉnh, UBND xã Nà Lâm báo cáo như sau:

            I. MỤC TIÊU ĐẠT ĐƯỢC

            1. Tỷ lệ nữ trưởng thôn đạt 20%.

            II. TỔ CHỨC THỰC HIỆN

            1. Công an xã: Xử lý 03 vụ.
            """);

        assertThat(refused.document()).isNotNull().satisfies(report -> {
            assertThat(report.documentType()).isEqualTo(DocumentType.BAO_CAO);
            assertThat(report.number()).isEqualTo("55/BC-UBND");
            assertThat(report.title()).isEqualTo("Kết quả thực hiện công tác bình đẳng giới năm 2025");
            assertThat(report.legalBases())
                    .extracting(ReadPlan.LegalBasis::number)
                    .containsExactly("12/KH-UBND");
        });
    }

    @Test
    void a_decision_without_a_plan_is_known_with_its_bases() {
        Reading.Refused refused = refused("quyet-dinh.md", """
            ỦY BAN NHÂN DÂN TỈNH MINH HÀ

            Số: 301/QĐ-UBND

            Minh Hà, ngày 05 tháng 3 năm 2024

            **QUYẾT ĐỊNH**
            **Về việc kiện toàn Ban Vì sự tiến bộ của phụ nữ tỉnh**

            Căn cứ Luật Bình đẳng giới ngày 29/11/2006;

            Căn cứ Quyết định số 1855/QĐ-TTg ngày 11/11/2009 của Thủ tướng Chính phủ;

            **QUYẾT ĐỊNH:**

            Điều 1. Kiện toàn Ban theo Quyết định số 12/QĐ-UBND ngày 01/01/2020.
            """);

        assertThat(refused.document()).isNotNull().satisfies(decision -> {
            assertThat(decision.documentType()).isEqualTo(DocumentType.QUYET_DINH);
            assertThat(decision.legalBases())
                    .extracting(ReadPlan.LegalBasis::number)
                    .containsExactly(null, "1855/QĐ-TTg");
        });
    }

    @Test
    void a_decision_whose_heading_is_lost_is_known_with_who_decides_and_its_bases() {
        Reading.Refused refused = refused("quyet-dinh.txt", """
            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 44/QĐ-UBND | Minh Hà, ngày 05 tháng 3 năm 2024 |
            CHỦ TỊCH ỦY BAN NHÂN DÂN
            TỈNH
            Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
            Căn cứ Quyết định số 1855/QĐ-TTg ngày 11/11/2009 của Thủ tướng Chính phủ;
            """);

        assertThat(refused.document()).isNotNull().satisfies(decision -> {
            assertThat(decision.number()).isEqualTo("44/QĐ-UBND");
            assertThat(decision.issuer()).extracting("name").isEqualTo("Ủy ban nhân dân tỉnh Minh Hà");
            assertThat(decision.title()).isNull();
            assertThat(decision.legalBases())
                    .extracting(ReadPlan.LegalBasis::number)
                    .containsExactly(null, "1855/QĐ-TTg");
        });
    }

    @Test
    void what_no_heading_names_is_no_document_that_is_known() {
        assertThat(refused("ghi-chu.txt", "Mua gạo, mua muối.").document()).isNull();
    }
}
