package vn.binhquyen.statistics.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.statistics.DataElement.Kind;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|MEASURE|1234.5",
                "1,234.5|MEASURE|1234.5",
                "1,234,567|COUNT|1234567",
                "1.234|COUNT|1234",
                "1 234|COUNT|1234",
                "12|COUNT|12",
                "12,0|COUNT|12",
                "0|COUNT|0",
                "1,5|AMOUNT|1.5",
                "1.5|AMOUNT|1.5",
                "-3,2|MEASURE|-3.2",
                "1,234|AMOUNT|1.234",
                "có|YES_NO|1",
                "Không|YES_NO|0",
                "x|YES_NO|1"
            })
    void a_number_is_read_as_the_office_writes_it_and_an_english_one_where_it_can_be_nothing_else(
            String typed, Kind kind, String number) {
        TypedNumber read = TypedNumber.read(typed, kind);
        assertThat(read.wrong()).isNull();
        assertThat(read.number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mười hai|COUNT|entry.wrong.number",
                "12 người|COUNT|entry.wrong.number",
                "1.2.3|COUNT|entry.wrong.number",
                "1.234,5.6|MEASURE|entry.wrong.number",
                "--1|MEASURE|entry.wrong.number",
                "-1|COUNT|entry.wrong.negative",
                "1,5|COUNT|entry.wrong.whole",
                "1,234|COUNT|entry.wrong.either",
                "1234567890123456|COUNT|entry.wrong.long",
                "0,1234567|AMOUNT|entry.wrong.long",
                "2|YES_NO|entry.wrong.yes-no"
            })
    void what_is_no_figure_of_the_kind_is_refused_with_its_reason(String typed, Kind kind, String wrong) {
        TypedNumber read = TypedNumber.read(typed, kind);
        assertThat(read.wrong()).isEqualTo(wrong);
        assertThat(read.number()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0"})
    void nothing_typed_is_no_figure_and_nothing_wrong(String typed) {
        assertThat(TypedNumber.read(typed, Kind.COUNT)).isEqualTo(new TypedNumber(null, null));
    }
}
