package vn.binhquyen.organization;

/** @param version hand it back with a change */
public record KeptType(AgencyTypeId id, AgencyType type, long version) {}
