package vn.binhquyen.testing;

import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/** A commune of a test with its agencies and people. */
public record Commune(
        UnitId unit,
        AgencyId committee,
        AgencyId culture,
        AgencyId police,
        AgencyId health,
        AgencyId womensUnion,
        Actor standingOfficer,
        Actor clerk,
        Actor leader,
        Actor policeOfficer,
        Actor healthOfficer,
        Actor womensUnionOfficer) {}
