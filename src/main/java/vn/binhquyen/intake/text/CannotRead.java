package vn.binhquyen.intake.text;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Reading.Reason;

/** A file can't be turned into text, for a reason that its owner should hear. */
public final class CannotRead extends Exception {

    private final transient Reason reason;
    private final transient @Nullable FileKind kind;

    CannotRead(Reason reason) {
        super(reason.name());
        this.reason = reason;
        this.kind = null;
    }

    CannotRead(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.kind = null;
    }

    CannotRead(Reason reason, FileKind kind) {
        super(reason.name());
        this.reason = reason;
        this.kind = kind;
    }

    public Reason reason() {
        return reason;
    }

    /** What the file is, where that is known and worth saying. */
    public @Nullable FileKind kind() {
        return kind;
    }
}
