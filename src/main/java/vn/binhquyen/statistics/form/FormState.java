package vn.binhquyen.statistics.form;

/** The way of one edition of a form. */
public enum FormState {
    /** Nobody is asked for it yet; may be changed. */
    DRAFT,
    /** Asked for; a change of it makes a new edition. */
    ACTIVE,
    /** No longer asked for after its last day; what it asked for until then is still owed and read. */
    RETIRED
}
