package vn.binhquyen.intake.text;

import vn.binhquyen.intake.Reading.Reason;

/** A file can't be turned into text, for a reason that its owner should hear. */
public final class CannotRead extends Exception {

    private final transient Reason reason;

    CannotRead(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    CannotRead(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
