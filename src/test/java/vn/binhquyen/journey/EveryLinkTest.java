package vn.binhquyen.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.platform.demonstration.Demonstration;
import vn.binhquyen.testing.Visitor;

/** Who follows every link that the demonstration shows them meets neither an error nor a closed door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLinkTest {
    private DemonstrationSite site;

    @BeforeAll
    void open() throws Exception {
        site = DemonstrationSite.open(LocalDate.of(2026, 11, 23));
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can-bo",
                "lanh-dao",
                "van-thu",
                "cong-an",
                "hoi-phu-nu",
                "tinh",
                "lanh-dao-tinh",
                "can-bo-khuoi-boc",
                "quan-tri"
            })
    void every_link_that_a_person_sees_works_for_them(String person) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(site.address());
        visitor.signIn(person, Demonstration.PASSWORD);
        Visitor.Walk walk = visitor.walk();
        assertThat(walk.broken()).isEmpty();
        assertThat(walk.found()).as("pages of " + person).hasSizeGreaterThan(10);
    }
}
