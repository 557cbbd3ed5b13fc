package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.PartialDate;

/** Heads as legal sites and portals leave them when their tables are copied as text. */
class HeadLayoutTest {

    private static final String BODY = """

        Thực hiện Quyết định số 2282/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:

        I. MỤC TIÊU

        1. Đến năm 2025, 60% số xã có nữ lãnh đạo.
        """;

    private static Reading.Plan plan(String text) {
        return Samples.plan("ke-hoach.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void saysTheHead(ReadPlan plan) {
        assertThat(plan.number()).isEqualTo("118/KH-UBND");
        assertThat(plan.place()).isEqualTo("Minh Hà");
        assertThat(plan.issuedOn()).isEqualTo(PartialDate.parse("2021-05-14"));
        assertThat(plan.issuer()).extracting("name").isEqualTo("Ủy ban nhân dân tỉnh Minh Hà");
        assertThat(plan.title()).isEqualTo("VỀ BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI ĐOẠN 2021 - 2025");
    }

    @Test
    void cells_parted_by_bars_on_lines_of_their_own_are_read_with_phrases_broken_over_lines() {
        Reading.Plan reading = plan("""
            ỦY BAN NHÂN
            DÂN
            TỈNH MINH HÀ
            -------
            |
            CỘNG
            HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            |
            Số:
            118/KH-UBND
            |
            Minh Hà, ngày
            14 tháng 5 năm 2021
            |
            KẾ HOẠCH
            VỀ BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI
            ĐOẠN 2021 - 2025
            """ + BODY);

        saysTheHead(reading.plan());
        assertThat(reading.text().at(reading.plan().places().get("number"))).isEqualTo("Số:\n118/KH-UBND");
        assertThat(reading.text().at(reading.plan().places().get("issuedOn"))).isEqualTo("ngày\n14 tháng 5 năm 2021");
    }

    @Test
    void a_motto_broken_in_the_middle_names_no_body() {
        saysTheHead(plan("""
            ỦY BAN NHÂN DÂN
            TỈNH MINH HÀ
            |
            CỘNG HÒA XÃ HỘI
            CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            |
            Số: 118/KH-UBND
            |
            Minh Hà, ngày 14
            tháng 5 năm 2021
            |
            KẾ HOẠCH
            VỀ BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI ĐOẠN 2021 - 2025
            """ + BODY).plan());
    }

    @Test
    void a_name_of_a_body_broken_in_its_column_is_whole() {
        ReadPlan plan = plan("""
                        UBND TỈNH MINH HÀ                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        SỞ LAO ĐỘNG - THƯƠNG BINH         Độc lập - Tự do - Hạnh phúc
                        VÀ XÃ HỘI

                        Số: 41/KH-SLĐTBXH                 Minh Hà, ngày 02 tháng 3 năm 2022

                                           KẾ HOẠCH
                             Hoạt động bình đẳng giới năm 2022
                        """ + BODY
                        + "\nII. TỔ CHỨC THỰC HIỆN\n\nVăn phòng Sở Lao động - Thương binh và Xã hội theo dõi.\n")
                .plan();

        assertThat(plan.issuer()).extracting("name").isEqualTo("Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void a_party_organisation_writes_its_number_with_a_dash() {
        ReadPlan plan = plan("""
            TỈNH ỦY MINH HÀ                   ĐẢNG CỘNG SẢN VIỆT NAM
            Số 36-KH/TU                       Minh Hà, ngày 02 tháng 3 năm 2022

                               KẾ HOẠCH
                 Về công tác phụ nữ trong tình hình mới
            """ + BODY).plan();

        assertThat(plan.number()).isEqualTo("36-KH/TU");
        assertThat(plan.symbol()).isEqualTo("KH/TU");
    }

    @Test
    void plain_text_that_sets_its_headings_in_asterisks_is_read_as_markdown() {
        Reading.Plan reading = plan("""
            |
            **ỦY BAN NHÂN DÂN
            **
            TỈNH MINH HÀ
            |
            **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
            |
            Số: 118/KH-UBND
            |
            *Minh Hà, ngày 14
            tháng 5 năm 2021 *
            |

            **KẾ HOẠCH**

            VỀ BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI ĐOẠN 2021 - 2025
            """ + BODY.replace("I. MỤC TIÊU", "**I. MỤC TIÊU**"));

        assertThat(reading.text().format()).isEqualTo(DocumentText.Format.MD);
        saysTheHead(reading.plan());
    }
}
