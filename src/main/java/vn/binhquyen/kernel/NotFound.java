package vn.binhquyen.kernel;

/** There is no such thing, or none that the actor may know of. */
public final class NotFound extends RuntimeException {
    public NotFound(String what, Object id) {
        super(what + " " + id);
    }
}
