package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.publishing.Documents;

/** The Word file that a plan is printed to, read back as a stranger's would be. */
class PlanRoundTripTest {
    private static final PlanContent WRITTEN = SampleContents.small().signedBy("Triệu Văn Lâm");
    private static final ReadPlan READ = readBack();

    private static ReadPlan readBack() {
        byte[] docx = new Documents()
                .docx(PlanDocument.of(
                        WRITTEN, "KH-UBND", 12, LocalDate.of(2026, 1, 15), null, "Ủy ban nhân dân xã Mẫu Sơn"));
        Reading reading = new PlanReader().read("ke-hoach.docx", docx, Locale.of("vi"));
        assertThat(reading).isInstanceOf(Reading.Plan.class);
        return ((Reading.Plan) reading).plan();
    }

    @Test
    void number_date_title_place_and_period_come_back() {
        assertThat(READ.number()).isEqualTo("12/KH-UBND");
        assertThat(READ.issuedOn()).isEqualTo(PartialDate.parse("2026-01-15"));
        assertThat(READ.title()).isEqualTo(WRITTEN.title());
        assertThat(READ.place()).isEqualTo("Mẫu Sơn");
        assertThat(READ.period()).isEqualTo(new ReadPlan.Period(2026, 2026));
    }

    @Test
    void the_legal_basis_comes_back() {
        assertThat(READ.legalBases()).singleElement().satisfies(basis -> {
            assertThat(basis.number()).isEqualTo("28/NQ-CP");
            assertThat(basis.issuedOn()).isEqualTo(PartialDate.parse("2021-03-03"));
            assertThat(basis.issuer()).isEqualTo("Chính phủ");
        });
    }

    @Test
    void purposes_and_requirements_come_back() {
        assertThat(READ.purposes()).containsExactly("Thu hẹp khoảng cách giới trên địa bàn xã.");
        assertThat(READ.requirements()).containsExactly("Bám sát chỉ tiêu được giao.");
    }

    @Test
    void the_indicator_comes_back_with_its_target() {
        assertThat(READ.objectives()).singleElement().satisfies(objective -> {
            assertThat(objective.title()).isEqualTo("Trong lĩnh vực chính trị");
            assertThat(objective.indicators())
                    .singleElement()
                    .satisfies(indicator -> assertThat(indicator.measures())
                            .singleElement()
                            .satisfies(measure -> {
                                assertThat(measure.comparator()).isEqualTo(Comparator.AT_LEAST);
                                assertThat(measure.value()).isEqualByComparingTo(new BigDecimal(60));
                                assertThat(measure.byYear()).isEqualTo(2026);
                            }));
        });
    }

    @Test
    void task_groups_come_back_with_their_tasks() {
        assertThat(READ.taskGroups()).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("Truyền thông");
            assertThat(group.tasks())
                    .extracting(ReadPlan.GroupTask::text)
                    .anyMatch(text -> text.startsWith("Tổ chức Tháng hành động vì bình đẳng giới năm 2026"));
        });
    }

    @Test
    void agencies_come_back_with_what_they_have_to_do() {
        assertThat(READ.assignments())
                .extracting(ReadPlan.Assignment::agency)
                .containsExactly("Phòng Văn hóa – Xã hội", "Công an xã", "Các thôn trên địa bàn");
        assertThat(READ.assignments().get(1).tasks())
                .extracting(ReadPlan.AssignedTask::text)
                .containsExactly("Tiếp nhận và xử lý tin báo bạo lực gia đình.");
        assertThat(READ.assignments().get(2).group()).isTrue();
    }

    @Test
    void the_owner_of_an_objectives_indicators_comes_back() {
        assertThat(READ.assignments().getFirst().ownsObjectives()).containsExactly("1");
    }

    @Test
    void the_reporting_duty_comes_back() {
        assertThat(READ.reporting())
                .filteredOn(duty -> duty.kind() == ReadPlan.ReportKind.SIX_MONTH)
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.dueOn()).isEqualTo(PartialDate.parse("2026-06-10"));
                    assertThat(duty.to()).isEqualTo("UBND xã");
                    assertThat(duty.via()).isEqualTo("Phòng Văn hóa – Xã hội");
                });
    }

    @Test
    void budget_recipients_and_signature_come_back() {
        assertThat(READ.budget()).hasSize(1);
        assertThat(READ.recipients())
                .extracting(ReadPlan.Recipient::name)
                .containsAll(List.of("Sở Nội vụ", "Công an xã"));
        assertThat(READ.signatory()).satisfies(signatory -> {
            assertThat(signatory.name()).isEqualTo("Triệu Văn Lâm");
            assertThat(signatory.capacity()).isEqualTo("KT. CHỦ TỊCH");
        });
    }
}
