package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class IntakeMessagesTest {

    @Test
    void every_rule_has_its_question_and_advice_in_both_languages() {
        var checks = new PlanChecks();
        for (Locale locale : new Locale[] {Locale.of("vi"), Locale.ENGLISH}) {
            var messages = new IntakeMessages(locale);
            assertThat(checks.rules()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(rule -> {
                assertThat(checks.question(rule, locale)).isNotBlank();
                assertThat(messages.say("finding." + rule + ".advice")).isNotBlank();
            });
        }
    }

    @Test
    void every_refusal_has_its_sentence() {
        assertThat(Arrays.asList(Reading.Reason.values()))
                .allSatisfy(reason -> assertThat(new IntakeMessages(Locale.of("vi")).say("refused." + reason, "a.txt"))
                        .contains("a.txt"));
    }

    @Test
    void both_languages_hold_the_same_keys() {
        var vietnamese = ResourceBundle.getBundle("messages.intake", Locale.of("vi"));
        var english = ResourceBundle.getBundle("messages.intake", Locale.ENGLISH);

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
    }
}
