package vn.binhquyen.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.NewUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.query.UnitHistories;
import vn.binhquyen.platform.Founding;

/** Founds provinces for tests, each with communes, agencies and people, through the façades as an administrator would. */
@TestComponent
public class Provinces {
    public static final String PASSWORD = "mat-khau-thu-1";

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final Founding founding;
    private final Organization organization;
    private final Reorganisations reorganisations;
    private final UnitHistories histories;
    private final Accounts accounts;
    private final CurrentActor current;
    private final MovableClock clock;
    /** One for the whole test run: applications that differ in their settings work on the same database. */
    private static @Nullable Actor administrator;

    Provinces(
            Founding founding,
            Organization organization,
            Reorganisations reorganisations,
            UnitHistories histories,
            Accounts accounts,
            CurrentActor current,
            MovableClock clock) {
        this.founding = founding;
        this.organization = organization;
        this.reorganisations = reorganisations;
        this.histories = histories;
        this.accounts = accounts;
        this.current = current;
        this.clock = clock;
    }

    /** The administrator over the nation. */
    public Actor administrator() {
        synchronized (Provinces.class) {
            return foundOnce();
        }
    }

    private Actor foundOnce() {
        Actor known = administrator;
        if (known == null) {
            known = clock.onFirstDay(() -> founding.foundWithAdministrator("quantri", PASSWORD));
            administrator = known;
        }
        return known;
    }

    /** A new province with a standing department, people and one commune. */
    public Province found() {
        Actor admin = administrator();
        return current.as(admin, () -> {
            int number = NUMBER.incrementAndGet();
            UnitId unit = organization.found(
                    admin,
                    new NewUnit(String.valueOf(number), "tỉnh Thử " + number, Level.PROVINCE, admin.unit(), FROM));
            AgencyId committee = agency(unit, "UBND tỉnh Thử " + number, AgencyKind.PEOPLES_COMMITTEE, false);
            AgencyId department = agency(unit, "Sở Nội vụ", AgencyKind.DEPARTMENT, true);
            return new Province(
                    unit,
                    committee,
                    department,
                    person("chuyenvien", number, "Lý Thị Mai", department, Role.CONSOLIDATOR),
                    person("vanthutinh", number, "Vi Văn Tâm", committee, Role.CLERK),
                    person("chutichtinh", number, "Đàm Quốc Hưng", committee, Role.LEADER),
                    commune(unit, number, 1),
                    this);
        });
    }

    Commune commune(UnitId province, int number, int index) {
        Actor admin = administrator();
        return current.as(admin, () -> {
            String place = number + "x" + index;
            UnitId unit =
                    organization.found(admin, new NewUnit(place, "xã Mẫu " + place, Level.COMMUNE, province, FROM));
            return peopled(unit, place, number, index);
        });
    }

    /** From the day on the one has taken the place of the other; what stood below that one stands below it. */
    public void join(Province ended, Province into, LocalDate on) {
        Actor admin = administrator();
        current.as(admin, () -> {
            ReorganisationId change = reorganisations.propose(
                    admin,
                    admin.unit(),
                    new Reorganisation(
                            Reorganisation.Kind.MERGE,
                            List.of(ended.unit()),
                            List.of(Reorganisation.Successor.existing(into.unit(), null)),
                            null,
                            null,
                            on,
                            "Nghị quyết 2/NQ"));
            reorganisations.decide(admin, change, 0);
        });
    }

    Commune merged(UnitId province, int number, int index, LocalDate on, List<Commune> from) {
        Actor admin = administrator();
        String place = number + "x" + index;
        return current.as(admin, () -> {
            ReorganisationId change = reorganisations.propose(
                    admin,
                    province,
                    new Reorganisation(
                            Reorganisation.Kind.MERGE,
                            from.stream().map(Commune::unit).toList(),
                            List.of(Reorganisation.Successor.fresh(place, "xã Mẫu " + place, null)),
                            null,
                            null,
                            on,
                            "Nghị quyết 1/NQ"));
            reorganisations.decide(admin, change, 0);
            UnitId unit =
                    histories.of(from.getFirst().unit()).successors().getFirst().unit();
            return peopled(unit, place, number, index);
        });
    }

    private Commune peopled(UnitId unit, String place, int number, int index) {
        AgencyId committee = agency(unit, "UBND xã Mẫu " + place, AgencyKind.PEOPLES_COMMITTEE, false);
        AgencyId culture = agency(unit, "Phòng Văn hóa – Xã hội", AgencyKind.DEPARTMENT, true);
        AgencyId police = agency(unit, "Công an xã", AgencyKind.POLICE, false);
        AgencyId health = agency(unit, "Trạm Y tế", AgencyKind.HEALTH, false);
        AgencyId union = agency(unit, "Hội Liên hiệp Phụ nữ xã", AgencyKind.WOMENS_UNION, false);
        return new Commune(
                unit,
                committee,
                culture,
                police,
                health,
                union,
                person("canbo" + index + "_", number, "Hoàng Thị Thu", culture, Role.STANDING_OFFICER),
                person("vanthu" + index + "_", number, "Nông Văn Bình", committee, Role.CLERK),
                person("phochutich" + index + "_", number, "Triệu Văn Lâm", committee, Role.LEADER),
                person("congan" + index + "_", number, "Lương Văn Sơn", police, Role.AGENCY_OFFICER),
                person("yte" + index + "_", number, "Đinh Thị Hà", health, Role.AGENCY_OFFICER),
                person("phunu" + index + "_", number, "Bế Thị Loan", union, Role.AGENCY_OFFICER));
    }

    UnitId village(UnitId commune, int number) {
        Actor admin = administrator();
        return current.as(
                admin,
                () -> organization.found(
                        admin,
                        new NewUnit(
                                number + "v" + commune.value().toString().substring(30),
                                "thôn Bản " + number,
                                Level.VILLAGE,
                                commune,
                                FROM)));
    }

    private AgencyId agency(UnitId unit, String name, AgencyKind kind, boolean standing) {
        Actor admin = administrator();
        return organization.found(admin, new NewAgency(unit, name, null, kind, standing, List.of(), FROM));
    }

    private Actor person(String username, int number, String name, AgencyId agency, Role role) {
        Actor admin = administrator();
        AccountId id = accounts.open(
                admin, agency, new NewAccount(username + number, name, null, agency, Set.of(role), PASSWORD));
        return accounts.account(id).actor();
    }
}
