package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.PartialDate;

class PlanReaderTest {

    private static Reading.Refused refused(String name, byte[] content) {
        Reading reading = new PlanReader().read(name, content, Samples.VIETNAMESE);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    @Test
    void a_word_file_with_automatic_numbers_says_the_same_as_its_markdown() throws IOException {
        assertThat(Samples.facts(Samples.read(Samples.COMMUNE_WORD).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    @Test
    void the_head_of_a_draft_leaves_number_and_day_open() throws IOException {
        ReadPlan plan = Samples.read(Samples.COMMUNE_WORD).plan();

        assertThat(plan.number()).isNull();
        assertThat(plan.symbol()).isEqualTo("KH-UBND");
        assertThat(plan.issuedOn()).isEqualTo(PartialDate.parse("2026-01"));
        assertThat(plan.place()).isEqualTo("Thượng Sơn");
        assertThat(plan.issuer()).isNotNull().satisfies(issuer -> {
            assertThat(issuer.name()).isEqualTo("Ủy ban nhân dân xã Thượng Sơn");
            assertThat(issuer.level()).isEqualTo(Level.COMMUNE);
            assertThat(issuer.parents()).containsExactly("tỉnh Minh Hà");
        });
    }

    @Test
    void a_commune_plan_gives_six_objectives_sixteen_indicators_nine_agencies_and_36_tasks() throws IOException {
        ReadPlan plan = Samples.read(Samples.COMMUNE_WORD).plan();

        assertThat(plan.objectives())
                .hasSize(6)
                .allSatisfy(objective -> assertThat(objective.title()).startsWith("Trong"));
        assertThat(plan.objectives().stream()
                        .mapToInt(o -> o.indicators().size())
                        .sum())
                .isEqualTo(16);
        assertThat(plan.assignments()).hasSize(9);
        assertThat(plan.assignments().stream().mapToInt(a -> a.tasks().size()).sum())
                .isEqualTo(36);
        assertThat(plan.taskGroups())
                .extracting(ReadPlan.TaskGroup::no)
                .containsExactly("III.1", "III.2", "III.3", "III.4");
    }

    @Test
    void the_plan_above_is_known_among_the_bases() throws IOException {
        assertThat(Samples.read(Samples.COMMUNE_WORD).plan().legalBases())
                .filteredOn(ReadPlan.LegalBasis::parentPlan)
                .extracting(ReadPlan.LegalBasis::number, ReadPlan.LegalBasis::issuer)
                .containsExactly(tuple("146/KH-UBND", "Ủy ban nhân dân tỉnh Minh Hà"));
    }

    @Test
    void a_law_cited_without_a_number_keeps_its_date_and_name() throws IOException {
        assertThat(Samples.read(Samples.COMMUNE_WORD).plan().legalBases().getFirst())
                .satisfies(law -> {
                    assertThat(law.type()).isEqualTo(DocumentType.LUAT);
                    assertThat(law.number()).isNull();
                    assertThat(law.title()).isEqualTo("Luật Bình đẳng giới");
                    assertThat(law.issuedOn()).isEqualTo(PartialDate.parse("2006-11-29"));
                });
    }

    @Test
    void a_request_binds_nobody_and_a_body_named_inside_it_stands_within() throws IOException {
        assertThat(Samples.read(Samples.COMMUNE_WORD).plan().assignments())
                .filteredOn(a -> a.request() || a.within() != null)
                .extracting(ReadPlan.Assignment::agency, ReadPlan.Assignment::request, a -> a.within() != null)
                .containsExactly(
                        tuple("Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội", true, false),
                        tuple("Hội Liên hiệp Phụ nữ xã", false, true));
    }

    @Test
    void tasks_tell_role_and_partners() throws IOException {
        var police = Samples.read(Samples.COMMUNE_WORD).plan().assignments().stream()
                .filter(a -> a.agency().equals("Công an xã"))
                .findFirst()
                .orElseThrow();

        assertThat(police.tasks())
                .extracting(ReadPlan.AssignedTask::role)
                .containsExactly(Role.LEAD, Role.COORDINATE, Role.UNSPECIFIED, Role.UNSPECIFIED);
        assertThat(police.tasks().get(1).with()).first().asString().startsWith("Trạm Y tế xã");
        assertThat(police.ownsObjectives()).containsExactly("3");
    }

    @Test
    void collective_names_are_marked_as_groups() throws IOException {
        assertThat(Samples.read(Samples.COMMUNE_WORD).plan().assignments())
                .filteredOn(ReadPlan.Assignment::group)
                .extracting(ReadPlan.Assignment::agency)
                .contains("Các trường học trên địa bàn", "Các thôn trên địa bàn")
                .doesNotContain("Công an xã", "Văn phòng HĐND và UBND xã");
    }

    @Test
    void reporting_dates_and_events_are_found() throws IOException {
        ReadPlan plan = Samples.read(Samples.COMMUNE_WORD).plan();

        assertThat(plan.reporting())
                .extracting(ReadPlan.ReportingDuty::kind, duty -> String.valueOf(duty.dueOn()))
                .containsExactly(tuple(ReportKind.SIX_MONTH, "2026-06-10"), tuple(ReportKind.YEAR, "2026-12-08"));
        assertThat(plan.reporting()).allSatisfy(duty -> {
            assertThat(duty.from()).containsExactly("Các cơ quan, đơn vị và các thôn");
            assertThat(duty.to()).isEqualTo("Ủy ban nhân dân xã");
            assertThat(duty.via()).isEqualTo("Phòng Văn hóa - Xã hội");
        });
        assertThat(plan.events()).singleElement().satisfies(event -> {
            assertThat(event.name()).startsWith("Tháng hành động");
            assertThat(event.to()).isEqualTo(PartialDate.parse("2026-12-15"));
        });
    }

    @Test
    void yearly_duties_of_a_long_plan_recur() throws IOException {
        assertThat(Samples.read(Samples.PROVINCE).plan().reporting())
                .extracting(
                        ReadPlan.ReportingDuty::kind,
                        duty -> String.valueOf(duty.dueOn()),
                        ReadPlan.ReportingDuty::recurring)
                .containsExactlyInAnyOrder(
                        tuple(ReportKind.ISSUE_OWN_PLAN, "2026-01-31", false),
                        tuple(ReportKind.SIX_MONTH, "06-15", true),
                        tuple(ReportKind.YEAR, "12-20", true),
                        tuple(ReportKind.MID_TERM, "2028", false),
                        tuple(ReportKind.FINAL, "2030", false));
    }

    @Test
    void recipients_and_signature_stand_side_by_side() throws IOException {
        ReadPlan plan = Samples.read(Samples.COMMUNE_WORD).plan();

        assertThat(plan.recipients())
                .hasSize(8)
                .first()
                .extracting(ReadPlan.Recipient::name, ReadPlan.Recipient::purpose)
                .containsExactly("Sở Nội vụ", "b/c");
        assertThat(plan.signatory()).isNotNull().satisfies(signatory -> {
            assertThat(signatory.authority()).isEqualTo("TM. ỦY BAN NHÂN DÂN");
            assertThat(signatory.capacity()).isEqualTo("KT. CHỦ TỊCH");
            assertThat(signatory.position()).isEqualTo("PHÓ CHỦ TỊCH");
            assertThat(signatory.name()).isEqualTo("Hoàng Thị Mai Lan");
        });
    }

    @Test
    void a_text_wrapped_at_a_fixed_width_in_columns_is_read_whole() throws IOException {
        ReadPlan plan = Samples.read(Samples.DISTRICT).plan();

        assertThat(plan.number()).isEqualTo("87/KH-UBND");
        assertThat(plan.title()).isEqualTo("Hành động vì bình đẳng giới năm 2025");
        assertThat(plan.legalBases())
                .extracting(ReadPlan.LegalBasis::number)
                .containsExactly("09/KH-SLĐTBXH", "1540/QĐ-UBND");
        assertThat(plan.assignments())
                .extracting(ReadPlan.Assignment::agency)
                .containsExactly(
                        "Phòng Lao động - Thương binh và Xã hội",
                        "Phòng Tài chính - Kế hoạch",
                        "Công an huyện",
                        "Hội Liên hiệp Phụ nữ huyện",
                        "UBND các xã, thị trấn");
        assertThat(plan.recipients()).hasSize(5);
        assertThat(plan.signatory())
                .isNotNull()
                .extracting(ReadPlan.Signatory::name)
                .isEqualTo("Vi Văn Thành");
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.COMMUNE_WORD, Samples.COMMUNE, Samples.PROVINCE, Samples.DISTRICT})
    void every_fact_leads_back_to_its_words(String resource) throws IOException {
        Reading.Plan read = Samples.read(resource);
        ReadPlan plan = read.plan();

        plan.objectives()
                .forEach(objective -> objective.indicators().forEach(indicator -> {
                    assertThat(said(read, indicator.at()))
                            .startsWith(indicator.text().substring(0, 10));
                    indicator
                            .measures()
                            .forEach(measure ->
                                    assertThat(said(read, measure.at())).containsPattern("\\d"));
                }));
        plan.assignments()
                .forEach(a ->
                        assertThat(said(read, a.at())).startsWith(a.agency().substring(0, 5)));
        plan.recipients()
                .forEach(r -> assertThat(said(read, r.at())).startsWith(r.name().substring(0, 3)));
        plan.legalBases().stream()
                .filter(basis -> basis.number() != null)
                .forEach(basis -> assertThat(said(read, basis.at())).contains(String.valueOf(basis.number())));
        plan.places()
                .values()
                .forEach(place -> assertThat(read.text().at(place)).isNotBlank());
    }

    private static String said(Reading.Plan read, @org.jspecify.annotations.Nullable Place at) {
        assertThat(at).isNotNull();
        return at == null ? "" : read.text().at(at).replace('\n', ' ');
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void plain_text_is_read_in_each_encoding_of_unicode(String encoding) throws IOException {
        String text = Samples.text(Samples.DISTRICT);

        Reading.Plan read = Samples.plan("a.txt", text.getBytes(Charset.forName(encoding)));

        assertThat(Samples.facts(read.plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.DISTRICT).plan()));
    }

    @Test
    void a_plan_without_bold_and_headings_says_the_same() throws IOException {
        String bare = Samples.text(Samples.PROVINCE).replaceAll("(?m)^#+ ", "").replace("*", "");

        Reading.Plan read = Samples.plan("a.txt", bare.getBytes(StandardCharsets.UTF_8));

        assertThat(Samples.facts(read.plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.PROVINCE).plan()));
    }

    @Test
    void the_name_of_an_agency_may_end_with_a_full_stop() throws IOException {
        String stopped = Samples.text(Samples.PROVINCE).replace("### 1. Sở Nội vụ", "1. Sở Nội vụ.");

        assertThat(Samples.plan(stopped).plan().assignments())
                .extracting(ReadPlan.Assignment::agency)
                .startsWith("Sở Nội vụ");
    }

    @Test
    void decomposed_accents_change_nothing() throws IOException {
        String decomposed = Normalizer.normalize(Samples.text(Samples.COMMUNE), Normalizer.Form.NFD);

        assertThat(Samples.facts(Samples.plan(decomposed).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    @ParameterizedTest
    @CsvSource({"QUYẾT ĐỊNH, Quyết định", "BÁO CÁO, Báo cáo", "THÔNG BÁO, Thông báo"})
    void a_document_of_another_kind_is_refused_by_its_name(String heading, String kind) {
        var refused = refused(
                "a.md",
                ("**" + heading + "**\n\n**Về việc tổ chức tập huấn**\n\nNội dung.").getBytes(StandardCharsets.UTF_8));

        assertThat(refused.reason()).isEqualTo(Reading.Reason.NOT_A_PLAN);
        assertThat(refused.message()).contains(kind);
    }

    @Test
    void a_letter_is_known_by_its_address() {
        var refused = refused("a.txt", "Kính gửi: Các thôn\n\nĐề nghị báo cáo.".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.message()).contains("Công văn");
    }

    @Test
    void a_refusal_speaks_english_to_who_reads_english() {
        Reading reading = new PlanReader().read("a.txt", "Hello".getBytes(StandardCharsets.UTF_8), Locale.ENGLISH);

        assertThat(((Reading.Refused) reading).message()).contains("is not a plan");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused("a.md", new byte[0]).reason()).isEqualTo(Reading.Reason.EMPTY);
        assertThat(refused("a.md", "\n \n".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reading.Reason.EMPTY);
    }

    @Test
    void a_file_of_an_unknown_kind_is_refused() {
        assertThat(refused("a.rtf", "{\\rtf1 abc}".getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(Reading.Reason.UNSUPPORTED);
        assertThat(refused("a.json", "{}".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reading.Reason.UNSUPPORTED);
    }

    @Test
    void a_damaged_word_file_is_refused() throws IOException {
        byte[] whole = Samples.bytes(Samples.COMMUNE_WORD);

        assertThat(refused("a.docx", Arrays.copyOf(whole, whole.length / 2)).reason())
                .isEqualTo(Reading.Reason.UNREADABLE);
        assertThat(refused("a.docx", "chữ".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reading.Reason.UNREADABLE);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThat(refused("a.txt", new byte[] {(byte) 0xC3, 0x28, 0x41}).reason())
                .isEqualTo(Reading.Reason.UNREADABLE);
    }

    @Test
    void a_file_closed_by_a_password_is_refused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("matkhau");
            try (var data = encryptor.getDataStream(files)) {
                data.write(Samples.bytes(Samples.COMMUNE_WORD));
            }
            files.writeFilesystem(out);
        }

        assertThat(refused("a.docx", out.toByteArray()).reason()).isEqualTo(Reading.Reason.PROTECTED);
    }

    @Test
    void an_archive_that_unpacks_to_far_more_than_its_size_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[30 * 1024 * 1024]);
                zip.closeEntry();
            }
        }

        assertThat(refused("a.docx", out.toByteArray()).reason()).isEqualTo(Reading.Reason.UNSAFE);
    }

    @Test
    void a_file_above_the_limit_is_refused() {
        assertThat(refused("a.txt", new byte[20 * 1024 * 1024 + 1]).reason()).isEqualTo(Reading.Reason.TOO_LARGE);
    }

    @Test
    void the_few_words_that_warm_the_reader_up_are_a_plan() {
        assertThatCode(PlanReader::prepare).doesNotThrowAnyException();
    }
}
