package vn.binhquyen.intake.review;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.kernel.Conflict;

/** Changes to a draft that others may save at the same moment: each is merged anew into what they saved. */
@Component
public class Attempts {
    private static final int MOST = 5;

    private final TransactionTemplate transaction;

    Attempts(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public <T> T attempt(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (Conflict conflict) {
                if (attempt == MOST) {
                    throw conflict;
                }
            }
        }
    }
}
