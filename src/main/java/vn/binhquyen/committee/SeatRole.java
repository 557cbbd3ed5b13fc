package vn.binhquyen.committee;

/** What a member does on the committee, in the order of a list of members. */
public enum SeatRole {
    HEAD,
    DEPUTY,
    STANDING,
    MEMBER,
    SECRETARY
}
