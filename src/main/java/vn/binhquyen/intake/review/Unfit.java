package vn.binhquyen.intake.review;

import java.util.Map;

/** What was typed into some fields does not fit them; nothing was changed. */
public final class Unfit extends RuntimeException {
    private final transient Map<String, String> errors;

    /** @param errors message keys by field */
    Unfit(Map<String, String> errors) {
        super(errors.toString());
        this.errors = Map.copyOf(errors);
    }

    public Map<String, String> errors() {
        return errors;
    }
}
