package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import vn.binhquyen.kernel.Duty;

class DutyTitlesTest {
    private final StaticMessageSource messages = new StaticMessageSource();
    private final DutyTitles titles = new DutyTitles(messages);

    @Test
    void the_number_of_a_document_is_a_piece_of_its_own_wherever_it_stands() {
        assertThat(pieces("Kế hoạch {0} được trả lại")).containsExactly("Kế hoạch ", "12/KH-UBND", " được trả lại");
        assertThat(pieces("Duyệt {0}")).containsExactly("Duyệt ", "12/KH-UBND");
        assertThat(pieces("{0} được trả lại")).containsExactly("12/KH-UBND", " được trả lại");
    }

    @Test
    void a_sentence_without_a_number_stays_whole() {
        assertThat(pieces("Viết báo cáo")).containsExactly("Viết báo cáo");
    }

    private List<String> pieces(String sentence) {
        messages.addMessage("duty.x.title", Locale.ROOT, sentence);
        LocaleContextHolder.setLocale(Locale.ROOT);
        try {
            return titles.pieces(new Duty("x", "eye", List.of("12/KH-UBND"), null, null, false, "/"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
