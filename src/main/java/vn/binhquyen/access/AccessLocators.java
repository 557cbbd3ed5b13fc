package vn.binhquyen.access;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;

/** Posts, delegations and invitations stand in the agency that they are about. */
@Configuration(proxyBeanMethods = false)
class AccessLocators {
    private record Found<I>(Class<I> idType, Function<I, Place> find) implements Locator<I> {
        @Override
        public Place locate(I id) {
            return find.apply(id);
        }
    }

    @Bean
    Locator<PostId> postLocator(PostRows posts) {
        return new Found<>(PostId.class, id -> posts.one(id).place());
    }

    /** In all places of both persons: each may end it wherever they sit. */
    @Bean
    Locator<DelegationId> delegationLocator(PostRows posts, DelegationRows delegations, AccountLocator accounts) {
        return new Locator<>() {
            @Override
            public Class<DelegationId> idType() {
                return DelegationId.class;
            }

            @Override
            public Place locate(DelegationId id) {
                return posts.one(delegations.one(id).post()).place();
            }

            @Override
            public List<Place> places(DelegationId id) {
                Delegation delegation = delegations.one(id);
                return Stream.of(posts.one(delegation.post()).account(), delegation.account())
                        .flatMap(account -> accounts.places(account).stream())
                        .toList();
            }
        };
    }

    @Bean
    Locator<InvitationId> invitationLocator(InvitationRows invitations) {
        return new Found<>(InvitationId.class, id -> invitations.one(id).place());
    }
}
