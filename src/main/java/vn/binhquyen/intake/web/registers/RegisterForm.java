package vn.binhquyen.intake.web.registers;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.intake.knowledge.RegisterEntry;

/** What is typed about an entry. */
interface RegisterForm<E extends RegisterEntry> {

    /** The version that was seen; null when the entry is new. */
    @Nullable
    Long version();

    /** Says at its field what the annotations can't. */
    void check(Errors errors);

    /** @throws NullPointerException where the form was not checked */
    E toEntry();

    /** The same words, to be saved over what somebody else has saved meanwhile. */
    RegisterForm<E> over(long other);
}
