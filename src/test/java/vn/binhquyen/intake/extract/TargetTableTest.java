package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ≥ 50        | %                     | >= 50 %
        <= 112      | bé trai/100 bé gái    | <= 112 bé trai/100 bé gái
        > 20%       | %                     | > 20 %
        Dưới 25     | vụ                    | < 25 vụ
        1.250       | người                 | = 1250 người
        46,5        | %                     | = 46.5 %
        ~ 60        | %                     | ~ 60 %
        10 - 12     | %                     | >= 10 %
        """)
    void a_cell_is_a_target_in_the_unit_of_its_row(String cell, String unit, String target) {
        assertThat(TargetTable.read(cell, unit))
                .map(found -> found.comparator() + " " + found.value().toPlainString() + " " + found.unit())
                .contains(target);
    }

    @ParameterizedTest
    @CsvSource({"x", "Đạt", "-"})
    void a_cell_without_a_number_sets_none(String cell) {
        assertThat(TargetTable.read(cell, "%")).isEmpty();
    }
}
