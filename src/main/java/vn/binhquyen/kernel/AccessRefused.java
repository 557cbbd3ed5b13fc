package vn.binhquyen.kernel;

/** The actor has no right to do this to that. */
public final class AccessRefused extends RuntimeException {
    public AccessRefused(String message) {
        super(message);
    }
}
