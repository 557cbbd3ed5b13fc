package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.RememberedFindings.Question;
import vn.binhquyen.intake.knowledge.Knowledge;

class RememberedFindingsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();

    private final RememberedFindings findings = new RememberedFindings(new PlanChecks());

    private static Question about(String indicator, Locale locale) {
        Reading.Plan read = Samples.plan(SoundPlan.withIndicator(indicator).text());
        return new Question(read.plan(), read.text(), KNOWLEDGE, null, locale);
    }

    private List<String> rules(Question question) {
        return findings.of(question).stream().map(Finding::rule).toList();
    }

    @Test
    void an_unchanged_draft_is_not_asked_again() {
        List<Finding> first = findings.of(about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 14%", Samples.VIETNAMESE));
        List<Finding> second = findings.of(about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 14%", Samples.VIETNAMESE));
        assertThat(second).isSameAs(first);
    }

    @Test
    void a_changed_draft_is_asked_anew() {
        assertThat(rules(about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 14%", Samples.VIETNAMESE)))
                .contains("target-direction");
        assertThat(rules(about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 10%", Samples.VIETNAMESE)))
                .doesNotContain("target-direction");
    }

    @Test
    void everybody_is_answered_in_his_own_language() {
        Question vietnamese = about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 14%", Samples.VIETNAMESE);
        Question english = about("Tỷ lệ nữ tổ trưởng giảm từ 12% xuống 14%", Locale.ENGLISH);
        assertThat(rules(english)).isEqualTo(rules(vietnamese));
        assertThat(findings.of(english))
                .extracting(Finding::message)
                .isNotEqualTo(
                        findings.of(vietnamese).stream().map(Finding::message).toList());
    }
}
