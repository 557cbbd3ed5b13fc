package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;

/** An account stands wherever its person has a post today or later; without one, where the last one was. */
@Component
class AccountLocator implements Locator<AccountId> {
    private final AccountRows rows;
    private final PostRows posts;
    private final Clock clock;

    AccountLocator(AccountRows rows, PostRows posts, Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Class<AccountId> idType() {
        return AccountId.class;
    }

    @Override
    public Place locate(AccountId id) {
        Account account = rows.one(id);
        return new Place(account.unit(), account.agency());
    }

    @Override
    public List<Place> places(AccountId id) {
        List<Place> live = posts.of(id).stream()
                .filter(post -> !post.isOver(LocalDate.now(clock)))
                .map(Post::place)
                .toList();
        return live.isEmpty() ? List.of(locate(id)) : live;
    }
}
