package vn.binhquyen.access.query;

/** What a list says of an account. */
public enum AccountState {
    /** May sign in and has a post today. */
    ACTIVE,
    /** May sign in, but has no post today and so no rights. */
    WITHOUT_POST,
    CLOSED
}
