package vn.binhquyen.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.Reviews;
import vn.binhquyen.intake.review.Comparison;
import vn.binhquyen.intake.review.Comparison.Outcome;
import vn.binhquyen.intake.review.Comparison.With;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** A draft beside the plan above and beside the one of the year before. */
@IntegrationTest
class ComparisonTest {
    private static final String GOALS = """
        - Chỉ tiêu 1: Ít nhất 40% lao động nữ có việc làm ổn định.
        - Chỉ tiêu 2: Trên 30% nữ thanh niên được học nghề.
        - Chỉ tiêu 3: Ít nhất 50% hộ nghèo do phụ nữ làm chủ được vay vốn ưu đãi.
        """;

    @Autowired
    MockMvc web;

    @Autowired
    Provinces provinces;

    @Autowired
    CurrentActor current;

    @Autowired
    Readings readings;

    @Autowired
    Reviews reviews;

    @Autowired
    Plans plans;

    private Province province;
    private Commune commune;
    private Actor thu;

    @BeforeEach
    void a_commune_had_a_plan_last_year() {
        province = provinces.found();
        commune = province.commune();
        thu = commune.standingOfficer();
        PlanId last = handIn(plan(2025, "", GOALS));
        current.as(thu, () -> {
            long version = plans.draft(thu, last).version();
            plans.registerIssued(thu, last, version, new Numbering(8, LocalDate.of(2025, 1, 20)), "KH-UBND");
            return null;
        });
    }

    private PlanId handIn(String text) {
        return handIn(thu, commune.unit(), text);
    }

    private PlanId handIn(Actor officer, UnitId unit, String text) {
        NewReading reading = new NewReading(unit, "ke-hoach.txt", text.getBytes(StandardCharsets.UTF_8), true);
        return current.as(officer, () -> switch (readings.handIn(officer, reading, Locale.of("vi"))) {
            case Readings.Outcome.Begun begun -> begun.plan();
            case Readings.Outcome.Declined declined -> throw new AssertionError(declined.sentence());
        });
    }

    private static String plan(int year, String bases, String goals) {
        return """
            ỦY BAN NHÂN DÂN
            XÃ THƯỢNG SƠN
            KẾ HOẠCH
            Thực hiện công tác bình đẳng giới năm %1$d

            %2$s
            I. MỤC TIÊU
            1. Mục tiêu 1: Trong lĩnh vực kinh tế
            %3$s
            II. NHIỆM VỤ VÀ GIẢI PHÁP
            1. Công tác tuyên truyền
            - Phát tin bài trên loa truyền thanh của thôn.

            III. TỔ CHỨC THỰC HIỆN
            1. Phòng Văn hóa – Xã hội
            - Chủ trì triển khai Kế hoạch.

            Nơi nhận:
            - Đảng ủy xã (b/c);
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            Lò Văn Ánh
            """.formatted(year, bases, goals);
    }

    private List<Comparison> comparisons(PlanId plan) {
        return current.as(thu, () -> reviews.comparisons(thu, plans.draft(thu, plan)));
    }

    private static Map<Outcome, List<String>> words(Comparison comparison) {
        return comparison.lines().stream()
                .collect(Collectors.groupingBy(
                        Comparison.Line::outcome,
                        Collectors.mapping(
                                line -> Objects.requireNonNull(line.mine() == null ? line.theirs() : line.mine())
                                        .indicator()
                                        .text(),
                                Collectors.toList())));
    }

    @Test
    void last_years_plan_of_the_issuer_stands_beside_the_draft_target_by_target() throws Exception {
        PlanId plan = handIn(plan(2026, "", """
            - Chỉ tiêu 1: Ít nhất 40% lao động nữ có việc làm ổn định.
            - Chỉ tiêu 2: Trên 45% nữ thanh niên được học nghề.
            - Chỉ tiêu 3: Ít nhất 80% trường học có phòng tham vấn tâm lý.
            """));
        List<Comparison> comparisons = comparisons(plan);
        assertThat(comparisons).extracting(Comparison::with).containsExactly(With.LAST_PLAN);
        Map<Outcome, List<String>> outcomes = words(comparisons.getFirst());
        assertThat(outcomes.get(Outcome.SAME)).singleElement().asString().contains("việc làm ổn định");
        assertThat(outcomes.get(Outcome.CHANGED)).singleElement().asString().contains("45%");
        assertThat(outcomes.get(Outcome.NEW)).singleElement().asString().contains("phòng tham vấn");
        assertThat(outcomes.get(Outcome.MISSING)).singleElement().asString().contains("vay vốn");
        web.perform(get("/plans/" + plan + "/draft?section=compare").with(user(new SignedIn(thu))))
                .andExpect(content().string(containsString("So với kế hoạch năm trước:")))
                .andExpect(content().string(containsString("1 thiếu")));
    }

    @Test
    void the_plan_above_that_the_draft_cites_stands_beside_it() throws Exception {
        Actor above = province.consolidator();
        String text = plan(2026, "", GOALS)
                .replace("XÃ THƯỢNG SƠN", "TỈNH MINH HÀ")
                .replace("Phòng Văn hóa – Xã hội", "Sở Nội vụ");
        PlanId cited = handIn(above, province.unit(), text);
        current.as(above, () -> {
            long version = plans.draft(above, cited).version();
            plans.registerIssued(above, cited, version, new Numbering(31, LocalDate.of(2026, 1, 9)), "KH-UBND");
            return null;
        });
        PlanId plan = handIn(plan(2030, "Căn cứ Kế hoạch số 31/KH-UBND ngày 09/01/2026 của UBND tỉnh Minh Hà;\n", """
            - Chỉ tiêu 1: Ít nhất 40% lao động nữ có việc làm ổn định.
            - Chỉ tiêu 2: Trên 25% nữ thanh niên được học nghề.
            """));
        web.perform(get("/plans/" + plan + "/draft?section=compare").with(user(new SignedIn(thu))))
                .andExpect(content().string(containsString("So với kế hoạch cấp trên:")))
                .andExpect(content().string(containsString("href=\"/plans/" + cited)))
                .andExpect(content().string(containsString("1 thiếu")));
    }

    @Test
    void a_plan_of_another_time_is_not_taken_for_last_years() throws Exception {
        PlanId plan = handIn(plan(2028, "", GOALS));
        assertThat(comparisons(plan)).isEmpty();
        web.perform(get("/plans/" + plan + "/draft?section=compare").with(user(new SignedIn(thu))))
                .andExpect(content().string(containsString("Chưa có kế hoạch nào để so sánh")));
    }

    @Test
    void a_draft_is_never_compared_with_another_draft() {
        handIn(plan(2027, "", GOALS));
        assertThat(comparisons(handIn(plan(2028, "", GOALS)))).isEmpty();
    }
}
