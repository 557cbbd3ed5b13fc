package vn.binhquyen.kernel;

/** Somebody else changed the thing since the actor saw it; nothing was changed. */
public final class Conflict extends RuntimeException {
    public Conflict(String what, Object id) {
        super(what + " " + id);
    }
}
