package vn.binhquyen.committee.query;

/** Why a seat is empty although no decision ended it. */
public enum Vacancy {
    AGENCY_ENDED,
    ACCOUNT_CLOSED,
    MOVED
}
