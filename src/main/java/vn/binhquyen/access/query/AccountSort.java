package vn.binhquyen.access.query;

/** What a list of people is ordered by; within it by the whole name, then by the account. */
public enum AccountSort {
    /** By the given name, the last word, as lists of people are ordered in Vietnam. */
    NAME(
            "split_part(account.name, ' ', -1) collate \"vi-x-icu\"",
            "split_part(last.name, ' ', -1) collate \"vi-x-icu\""),
    AGENCY("held.agency_name collate \"vi-x-icu\"", "last_held.agency_name collate \"vi-x-icu\""),
    UNIT("held.unit_name collate \"vi-x-icu\"", "last_held.unit_name collate \"vi-x-icu\"");

    final String key;
    final String keyOfLast;

    AccountSort(String key, String keyOfLast) {
        this.key = key;
        this.keyOfLast = keyOfLast;
    }
}
