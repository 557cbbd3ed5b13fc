package vn.binhquyen.access.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;

/** Tells a page that stayed open while its session ended who is signed in now, and gives it a fresh proof for its forms. */
@RestController
class SessionController {
    private final CurrentActor current;

    SessionController(CurrentActor current) {
        this.current = current;
    }

    /** @param account null where nobody is signed in */
    record State(@Nullable String account, String token) {}

    @GetMapping("/session")
    State session(CsrfToken token) {
        Optional<Actor> actor = current.find();
        return new State(actor.map(a -> a.account().toString()).orElse(null), token.getToken());
    }
}
