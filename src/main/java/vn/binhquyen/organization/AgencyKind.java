package vn.binhquyen.organization;

/** What an agency is, whatever it is called at its level and time. */
public enum AgencyKind {
    PEOPLES_COMMITTEE,
    DEPARTMENT,
    OFFICE,
    POLICE,
    MILITARY,
    HEALTH,
    SCHOOL,
    FATHERLAND_FRONT,
    WOMENS_UNION,
    YOUTH_UNION,
    TRADE_UNION,
    FARMERS_UNION,
    VETERANS,
    PARTY,
    PUBLIC_SERVICE,
    MEDIA,
    BANK,
    STATISTICS,
    VILLAGE,
    OTHER
}
