package vn.binhquyen.kernel;

/** A command that says itself where it acts, because the thing it makes does not exist yet. */
public interface Located {
    Place place();
}
