package vn.binhquyen.access.query;

import vn.binhquyen.kernel.AccountId;

/** Somebody who works in the same unit. */
public record Colleague(AccountId id, String username, String name, String agencyName) {}
