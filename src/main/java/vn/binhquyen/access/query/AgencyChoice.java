package vn.binhquyen.access.query;

import vn.binhquyen.kernel.AgencyId;

/** An agency in which a person can have their post. */
public record AgencyChoice(AgencyId id, String name, String unitName) {}
