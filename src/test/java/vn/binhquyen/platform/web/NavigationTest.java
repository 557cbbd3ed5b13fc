package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.platform.web.Navigation.Entry;

class NavigationTest {
    private final Navigation navigation = new Navigation();

    @Test
    void units_have_a_place_of_their_own_for_who_keeps_them_and_stand_with_the_agencies_for_others() {
        assertThat(navigation.entriesFor(actor(Role.ADMINISTRATOR)))
                .filteredOn(entry -> entry.covers("/units/1"))
                .extracting(Entry::link)
                .containsExactly("/units");
        assertThat(navigation.entriesFor(actor(Role.STANDING_OFFICER)))
                .filteredOn(entry -> entry.covers("/units/1"))
                .extracting(Entry::link)
                .containsExactly("/agencies");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void with_the_search_at_most_five_stand_on_the_bar_of_a_phone_and_none_is_lost(Role role) {
        Actor actor = actor(role);
        int all = navigation.entriesFor(actor).size();
        int rest = navigation.restFor(actor).size();
        assertThat(all - rest + 1).isLessThanOrEqualTo(5);
        assertThat(navigation.entriesFor(actor)).containsAll(navigation.restFor(actor));
    }

    @Test
    void who_reads_a_page_of_an_entry_behind_more_is_told() {
        assertThat(navigation.isInRest(actor(Role.ADMINISTRATOR), "/plans/1")).isTrue();
        assertThat(navigation.isInRest(actor(Role.ADMINISTRATOR), "/units")).isFalse();
    }

    private static Actor actor(Role role) {
        return new Actor(
                new AccountId(new UUID(0, 1)),
                "A",
                new UnitId(new UUID(0, 2)),
                new AgencyId(new UUID(0, 3)),
                (short) 1,
                Set.of(role));
    }
}
