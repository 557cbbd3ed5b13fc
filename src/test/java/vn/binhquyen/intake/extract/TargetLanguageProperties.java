package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.VietnameseNumbers;

class TargetLanguageProperties {

    @Property
    void any_share_by_any_year_is_read_with_its_comparator(
            @ForAll("phrases") Tuple.Tuple2<String, Comparator> phrase,
            @ForAll @BigRange(min = "0.1", max = "99.9") @Scale(1) BigDecimal value,
            @ForAll @IntRange(min = 2021, max = 2045) int year) {
        String number = VietnameseNumbers.format(value);
        String yearLast = "Tỷ lệ nữ tham gia ban quản lý đạt " + phrase.get1() + " " + number + "% vào năm " + year;
        String yearFirst = "Đến năm " + year + ", có " + phrase.get1() + " " + number + "% nữ tham gia ban quản lý";

        for (String sentence : new String[] {yearLast, yearFirst}) {
            assertThat(TargetLanguage.read(sentence)).singleElement().satisfies(target -> {
                assertThat(target.value()).isEqualByComparingTo(value);
                assertThat(target.comparator()).isEqualTo(phrase.get2());
                assertThat(target.byYear()).isEqualTo(year);
                assertThat(target.unit()).isEqualTo("%");
            });
        }
    }

    @Property
    void a_fall_keeps_where_it_started(
            @ForAll @IntRange(min = 1, max = 99) int from, @ForAll @IntRange(min = 1, max = 99) int to) {
        assertThat(TargetLanguage.read("Giảm tỷ lệ tảo hôn từ " + from + "% xuống " + to + "%"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.baseline()).isEqualByComparingTo(BigDecimal.valueOf(from));
                    assertThat(target.value()).isEqualByComparingTo(BigDecimal.valueOf(to));
                });
    }

    @Property
    void the_words_of_a_target_lie_inside_the_sentence(@ForAll("sentences") String sentence) {
        assertThat(TargetLanguage.read(sentence)).allSatisfy(target -> {
            assertThat(target.from()).isBetween(0, sentence.length());
            assertThat(target.to()).isBetween(target.from(), sentence.length());
        });
    }

    @Provide
    Arbitrary<Tuple.Tuple2<String, Comparator>> phrases() {
        return Arbitraries.of(
                Tuple.of("ít nhất", Comparator.AT_LEAST),
                Tuple.of("tối thiểu", Comparator.AT_LEAST),
                Tuple.of("không dưới", Comparator.AT_LEAST),
                Tuple.of("trên", Comparator.MORE_THAN),
                Tuple.of("không quá", Comparator.AT_MOST),
                Tuple.of("tối đa", Comparator.AT_MOST),
                Tuple.of("dưới", Comparator.LESS_THAN),
                Tuple.of("khoảng", Comparator.ABOUT));
    }

    @Provide
    Arbitrary<String> sentences() {
        var pieces = Arbitraries.of(
                "đạt",
                "từ",
                "xuống",
                "lên",
                "đến năm 2030",
                "vào năm 2028",
                "ít nhất",
                "trên",
                "dưới",
                "30%",
                "1,4 lần",
                "02 ca sinh/1.000 phụ nữ",
                "110 bé trai/100 bé gái",
                ";",
                ",",
                "và",
                "trở lên",
                "nữ",
                "04 lớp",
                "10/6/2026",
                "-",
                "%",
                "mỗi quý",
                "giai đoạn 2026 - 2030",
                "(nếu có)",
                ".",
                "12.345",
                "so với năm 2025");
        return pieces.list().ofMaxSize(14).map(words -> String.join(" ", words));
    }
}
