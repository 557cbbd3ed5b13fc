package vn.binhquyen.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitNamesTest {

    @Test
    void what_office_stands_behind_a_name_is_no_part_of_it() {
        assertThat(UnitNames.find("trên địa bàn xã Nà Lâm\nUBND xã ban hành"))
                .extracting(UnitNames.Unit::full)
                .containsExactly("xã Nà Lâm");
    }
}
