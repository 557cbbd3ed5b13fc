package vn.binhquyen.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;

/** Founds an installation on an empty database. */
@Component
public class Founding {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Set<Role> KEEPER = Set.of(Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR);

    private final Organization organization;
    private final Accounts accounts;
    private final CurrentActor current;

    Founding(Organization organization, Accounts accounts, CurrentActor current) {
        this.organization = organization;
        this.accounts = accounts;
        this.current = current;
    }

    /** The same, with the real country's units, before and after the reform of 2025. */
    @Transactional
    public Actor foundWithCountry(String username, String password) {
        Actor administrator = foundWithAdministrator(username, password);
        return current.as(administrator, () -> {
            organization.loadCountry(administrator, administrator.unit());
            return administrator;
        });
    }

    /** The nation with its standing agency and an administrator over everything. */
    @Transactional
    public Actor foundWithAdministrator(String username, String password) {
        UnitId root = new UnitId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
        Actor founder = new Actor(new AccountId(NOBODY), "Bình Quyền", root, new AgencyId(NOBODY), (short) 0, KEEPER);
        return current.as(founder, () -> {
            LocalDate from = LocalDate.of(1976, 7, 2);
            UnitId nation = organization.foundNation(founder, "Việt Nam", from);
            AgencyId ministry = organization.found(
                    founder,
                    new NewAgency(
                            nation,
                            "Bộ Nội vụ",
                            "BNV",
                            AgencyKind.DEPARTMENT,
                            true,
                            List.of(),
                            LocalDate.of(2025, 3, 1)));
            AccountId administrator = accounts.openFirst(
                    founder, new NewAccount(username, "Quản trị hệ thống", null, ministry, KEEPER, password));
            return new Actor(administrator, "Quản trị hệ thống", nation, ministry, (short) 0, KEEPER);
        });
    }
}
