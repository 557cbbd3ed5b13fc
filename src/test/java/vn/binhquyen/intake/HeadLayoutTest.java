package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    private static String words(Reading.Plan reading, String path) {
        return reading.text().at(Objects.requireNonNull(reading.plan().places().get(path)));
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
        assertThat(words(reading, "number")).isEqualTo("Số:\n118/KH-UBND");
        assertThat(words(reading, "issuedOn")).isEqualTo("ngày\n14 tháng 5 năm 2021");
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
    void a_word_may_stand_alone_at_the_end_of_its_line() {
        saysTheHead(plan("""
            ỦY
            BAN NHÂN DÂN
            TỈNH MINH HÀ
            -------
            |
            CỘNG
            HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            |
            Số: 118/KH-UBND
            |
            Minh
            Hà, ngày 14 tháng 5 năm 2021
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

    @Test
    void the_kind_of_a_document_may_be_broken_over_two_lines() {
        saysTheHead(plan("""
            ỦY BAN NHÂN DÂN
            TỈNH MINH HÀ
            |
            Số: 118/KH-UBND
            |
            Minh Hà, ngày 14 tháng 5 năm 2021
            |
            KẾ
            HOẠCH
            VỀ
            BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI ĐOẠN 2021 -
            2025
            """ + BODY).plan());
    }

    @Test
    void a_document_whose_heading_is_lost_is_of_the_kind_that_its_number_says() {
        ReadPlan plan = plan("""
            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 118/KH-UBND | Minh Hà, ngày 14 tháng 5 năm 2021 |
            VỀ BÌNH ĐẲNG GIỚI TRONG NÔNG NGHIỆP TỈNH MINH HÀ GIAI ĐOẠN 2021 - 2025
            Thực hiện Quyết định số 2282/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:
            """).plan();

        saysTheHead(plan);
        assertThat(plan.legalBases()).extracting(ReadPlan.LegalBasis::number).containsExactly("2282/QĐ-TTg");
    }

    @Test
    void a_lost_title_stands_in_the_sentence_that_announces_the_plan() {
        Reading.Plan reading = plan("""
            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 118/KH-UBND | Minh Hà, ngày 14 tháng 5 năm 2021 |
            Thực hiện Quyết định số 2282/QĐ-TTg ngày 31/12/2020 của Thủ tướng Chính phủ về việc phê duyệt Chương trình chăm sóc người cao tuổi, UBND tỉnh xây dựng Kế hoạch chăm sóc phụ nữ cao tuổi giai đoạn 2021 - 2024 (sau đây gọi là Kế hoạch) với các nội dung chủ yếu sau:
            """);

        ReadPlan plan = reading.plan();
        assertThat(plan.title()).isEqualTo("chăm sóc phụ nữ cao tuổi giai đoạn 2021 - 2024");
        assertThat(words(reading, "title")).isEqualTo(plan.title());
        assertThat(plan.period()).isEqualTo(new ReadPlan.Period(2021, 2024));
        assertThat(plan.issuer()).satisfies(issuer -> {
            assertThat(issuer.name()).isEqualTo("Ủy ban nhân dân tỉnh Minh Hà");
            assertThat(issuer.level()).isEqualTo(vn.binhquyen.kernel.Level.PROVINCE);
        });
    }

    @Test
    void a_committee_without_its_unit_takes_it_from_the_place_as_the_text_calls_it() {
        ReadPlan plan = plan("""
            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 7/KH-UBND | Bến Thủy, ngày 04 tháng 3 năm 2022 |
            KẾ HOẠCH
            HỖ TRỢ PHỤ NỮ KHỞI NGHIỆP THÀNH PHỐ BẾN THỦY NĂM 2022
            Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2022 của UBND tỉnh Minh Hà, Ủy ban nhân dân ban hành Kế hoạch như sau:
            """).plan();

        assertThat(plan.issuer()).extracting("name").isEqualTo("Ủy ban nhân dân thành phố Bến Thủy");
    }

    @Test
    void a_place_may_shorten_the_word_for_city() {
        ReadPlan plan = plan("""
            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 7/KH-UBND | TP. Bến Thủy, ngày 04 tháng 3 năm 2022 |
            KẾ HOẠCH
            HỖ TRỢ PHỤ NỮ KHỞI NGHIỆP NĂM 2022
            """ + BODY).plan();

        assertThat(plan.issuer()).extracting("name").isEqualTo("Ủy ban nhân dân thành phố Bến Thủy");
    }

    @Test
    void a_report_whose_heading_is_lost_is_no_plan() {
        Reading reading =
                new PlanReader().read("bao-cao.txt", """
                    ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
                    Số: 118/BC-UBND | Minh Hà, ngày 14 tháng 5 năm 2021 |
                    Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2021 của UBND tỉnh, UBND tỉnh báo cáo kết quả như sau:
                    """.getBytes(StandardCharsets.UTF_8), Samples.VIETNAMESE);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.document())
                                .extracting(KnownDocument::documentType)
                                .isEqualTo(DocumentType.BAO_CAO));
    }

    @Test
    void a_decision_that_issues_a_plan_is_read_as_that_plan_though_the_file_holds_the_decision_alone() {
        ReadPlan plan = plan("""
            UBND TỈNH MINH HÀ
            Số: 907/2008/QĐ-UBND
            Minh Hà, ngày 16 tháng 6 năm 2008
            QUYẾT ĐỊNH
            VỀ VIỆC BAN HÀNH KẾ HOẠCH ĐƯA NỮ CÔNG NHÂN
            ĐẾN TRƯỜNG GIAI ĐOẠN 2008 - 2010
            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH HÀ
            Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;
            Căn cứ Luật Bình đẳng giới ngày 29/11/2006;
            Xét Tờ trình số 61/TTr-SGDĐT ngày 02/6/2008 của Sở Giáo dục và Đào tạo,
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đưa nữ công nhân đến trường giai đoạn 2008 - 2010.
            Điều 2. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành./.
            """).plan();

        assertThat(plan.number()).isEqualTo("907/2008/QĐ-UBND");
        assertThat(plan.title()).isEqualTo("ĐƯA NỮ CÔNG NHÂN ĐẾN TRƯỜNG GIAI ĐOẠN 2008 - 2010");
        assertThat(plan.period()).isEqualTo(new ReadPlan.Period(2008, 2010));
        assertThat(plan.legalBases())
                .extracting(ReadPlan.LegalBasis::number)
                .containsExactly(null, null, "61/TTr-SGDĐT");
    }

    @Test
    void the_day_of_a_document_that_the_title_cites_is_no_year_of_the_plan() {
        ReadPlan plan = plan("""
            UBND XÃ NÀ LÂM
            Số: 14/KH-UBND
            Nà Lâm, ngày 20 tháng 8 năm 2024

            KẾ HOẠCH

            THỰC HIỆN CHỈ THỊ SỐ 31/CT-TTG NGÀY 11 THÁNG 12 NĂM 2023 CỦA THỦ TƯỚNG CHÍNH PHỦ
            """ + BODY).plan();

        assertThat(plan.title()).endsWith("NGÀY 11 THÁNG 12 NĂM 2023 CỦA THỦ TƯỚNG CHÍNH PHỦ");
        assertThat(plan.period()).isNull();
    }

    @Test
    void a_board_that_stands_alone_is_that_of_the_association_above_it() {
        ReadPlan plan = plan("""
            HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
            TỈNH MINH HÀ
            BAN CHẤP HÀNH
            Số: 19/KH-BCH
            Minh Hà, ngày 02 tháng 3 năm 2022
            KẾ HOẠCH
            Tiếp sức nữ chủ hộ năm 2022
            """ + BODY).plan();

        assertThat(plan.issuer())
                .extracting("name")
                .asString()
                .isEqualToIgnoringCase("Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Minh Hà");
    }

    @Test
    void who_carries_out_a_decision_is_no_duty_to_report_on_its_plan() {
        ReadPlan plan = plan("""
            UBND TỈNH MINH HÀ
            Số: 907/2008/QĐ-UBND
            Minh Hà, ngày 16 tháng 6 năm 2008
            QUYẾT ĐỊNH
            VỀ VIỆC BAN HÀNH KẾ HOẠCH ĐƯA NỮ CÔNG NHÂN
            ĐẾN TRƯỜNG GIAI ĐOẠN 2008 - 2010
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đưa nữ công nhân đến trường giai đoạn 2008 - 2010.
            Điều 2. Giao các cơ quan sau:
            1. Sở Giáo dục và Đào tạo tổ chức tổng kết vào năm 2010 việc thực hiện Kế hoạch./.
            """).plan();

        assertThat(plan.reporting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A. MỤC TIÊU", "PHẦN I: MỤC TIÊU", "A.\nMỤC TIÊU"})
    void a_title_ends_before_a_first_part_right_below_it_however_that_is_labelled(String part) {
        ReadPlan plan = plan("""
            UBND XÃ NÀ LÂM
            Số: 14/KH-UBND
            Nà Lâm, ngày 20 tháng 8 năm 2024

            KẾ HOẠCH

            GIÚP NỮ CHỦ HỘ NĂM 2024

            %s

            Đạt 60%% hộ do phụ nữ làm chủ thoát nghèo.
            """.formatted(part)).plan();

        assertThat(plan.title()).isEqualTo("GIÚP NỮ CHỦ HỘ NĂM 2024");
        assertThat(plan.objectives()).hasSize(1);
    }
}
