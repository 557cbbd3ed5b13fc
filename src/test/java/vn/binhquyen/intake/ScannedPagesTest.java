package vn.binhquyen.intake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class ScannedPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Provinces provinces;

    @Autowired
    ScannedPages pages;

    @Test
    void only_who_handed_a_scan_in_learns_how_far_it_was_read() throws Exception {
        Commune commune = provinces.found().commune();
        var watch = UUID.randomUUID();
        pages.note(commune.standingOfficer().account() + " " + watch, new ScannedPages.Count(3, 12));

        web.perform(get("/plans/new/document/pages")
                        .param("watch", watch.toString())
                        .with(user(new SignedIn(commune.standingOfficer()))))
                .andExpect(content().string("Đang đọc: đã xong trang 3/12"));
        web.perform(get("/plans/new/document/pages")
                        .param("watch", watch.toString())
                        .with(user(new SignedIn(commune.leader()))))
                .andExpect(status().isNoContent());
    }
}
