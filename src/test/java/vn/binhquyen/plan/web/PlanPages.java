package vn.binhquyen.plan.web;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** What all tests of plan pages have: a province with a commune on 10 March 2026, and ways to bring plans along. */
@IntegrationTest
abstract class PlanPages {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    MockMvc web;

    @Autowired
    Plans plans;

    @Autowired
    CurrentActor current;

    @Autowired
    private Provinces provinces;

    @Autowired
    private MovableClock clock;

    Province province;
    Commune commune;
    Stories stories;

    @BeforeEach
    void found() {
        clock.moveTo(TODAY);
        province = provinces.found();
        commune = province.commune();
        stories = new Stories(plans, current);
    }
}
