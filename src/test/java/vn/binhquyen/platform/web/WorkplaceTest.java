package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkplaceTest {
    private final Workplace workplace = new Workplace();

    @Test
    void an_agency_is_named_with_its_unit() {
        assertThat(workplace.of("Phòng Kinh tế", "xã Thượng Sơn")).isEqualTo("Phòng Kinh tế · xã Thượng Sơn");
    }

    @Test
    void a_unit_that_the_name_of_the_agency_holds_is_not_said_twice() {
        assertThat(workplace.of("Công an Xã Thượng Sơn", "xã Thượng Sơn")).isEqualTo("Công an Xã Thượng Sơn");
    }
}
