package vn.binhquyen.access;

/** Tells whether the installation only shows invented people: then a second factor is offered, not demanded. */
public interface Rehearsal {
    boolean isDemonstration();
}
