package vn.binhquyen.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.SearchSource;
import vn.binhquyen.kernel.UnitId;

class SearchControllerTest {
    private static final Actor ACTOR = new Actor(
            new AccountId(UUID.randomUUID()),
            "Hà Thị Nga",
            new UnitId(UUID.randomUUID()),
            new AgencyId(UUID.randomUUID()),
            (short) 1,
            Set.of());

    @Test
    void what_is_worked_on_comes_before_where_it_lies_in_whatever_order_the_rooms_answer() {
        SearchSource places = answering("search.agencies", "search.units");
        SearchSource work = answering("search.reports", "search.unheard-of", "search.tasks", "search.plans");
        Model model = new ExtendedModelMap();
        new SearchController(List.of(places, work)).search("son", ACTOR, model);
        assertThat(model.getAttribute("hits"))
                .asInstanceOf(InstanceOfAssertFactories.iterable(Map.Entry.class))
                .extracting(kind -> (Object) kind.getKey())
                .containsExactly(
                        "search.plans",
                        "search.tasks",
                        "search.reports",
                        "search.units",
                        "search.agencies",
                        "search.unheard-of");
    }

    private static SearchSource answering(String... kinds) {
        return (actor, words, limit) -> Stream.of(kinds)
                .map(kind -> new SearchSource.Hit(kind, kind, null, "/"))
                .toList();
    }
}
