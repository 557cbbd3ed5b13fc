package vn.binhquyen.platform.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import vn.binhquyen.organization.TypicalAgencies;
import vn.binhquyen.organization.TypicalAgency;
import vn.binhquyen.organization.TypicalSet;

/** Founds the invented province Minh Hà with its communes and agencies, and opens an account for every role. */
@Component
class Casting {
    static final String PASSWORD = "binhquyen-2026";

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);

    private final Organization organization;
    private final TypicalAgencies typical;
    private final Accounts accounts;
    private final CurrentActor current;

    Casting(Organization organization, TypicalAgencies typical, Accounts accounts, CurrentActor current) {
        this.organization = organization;
        this.typical = typical;
        this.accounts = accounts;
        this.current = current;
    }

    Cast found(Actor administrator) {
        return current.as(administrator, () -> new Founding(administrator).all());
    }

    /** One founding: gathers agencies and people as it goes. */
    private final class Founding {
        private final Actor administrator;
        private final Map<String, AgencyId> agencies = new HashMap<>();
        private final Map<String, Actor> people = new HashMap<>();

        Founding(Actor administrator) {
            this.administrator = administrator;
        }

        Cast all() {
            UnitId province = unit("90", "tỉnh Minh Hà", Level.PROVINCE, administrator.unit());
            AgencyId provincialCommittee = agency(
                    province, "UBND tỉnh Minh Hà", null, AgencyKind.PEOPLES_COMMITTEE, false, "Ủy ban nhân dân tỉnh");
            AgencyId department = agency(province, "Sở Nội vụ", "SNV", AgencyKind.DEPARTMENT, true);
            agency(province, "Công an tỉnh", null, AgencyKind.POLICE, false);
            agency(province, "Sở Y tế", null, AgencyKind.HEALTH, false);
            agency(province, "Sở Giáo dục và Đào tạo", "Sở GDĐT", AgencyKind.DEPARTMENT, false);
            agency(province, "Sở Tài chính", null, AgencyKind.DEPARTMENT, false);
            agency(province, "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", AgencyKind.DEPARTMENT, false);
            agency(province, "Hội Liên hiệp Phụ nữ tỉnh", null, AgencyKind.WOMENS_UNION, false);
            usual(province);
            person("tinh", "Vi Thị Hạnh", null, department, Role.CONSOLIDATOR);
            person("lanh-dao-tinh", "Đàm Quốc Hưng", "Phó Chủ tịch", provincialCommittee, Role.LEADER);
            person("van-thu-tinh", "Lành Văn Tâm", null, provincialCommittee, Role.CLERK);
            UnitId thuongSon = thuongSon(province);
            UnitId naLam = neighbour(province, "90002", "xã Nà Lâm", "na-lam", "Mông Thị Xuân");
            UnitId khuoiBoc = neighbour(province, "90003", "xã Khuổi Bốc", "khuoi-boc", "Hứa Văn Đông");
            return new Cast(province, thuongSon, naLam, khuoiBoc, department, Map.copyOf(agencies), Map.copyOf(people));
        }

        private UnitId thuongSon(UnitId province) {
            UnitId unit = unit("90001", "xã Thượng Sơn", Level.COMMUNE, province);
            AgencyId committee =
                    own(unit, "UBND xã Thượng Sơn", null, AgencyKind.PEOPLES_COMMITTEE, false, "Ủy ban nhân dân xã");
            AgencyId culture = own(unit, "Phòng Văn hóa – Xã hội", "Phòng VH-XH", AgencyKind.DEPARTMENT, true);
            AgencyId economy = own(unit, "Phòng Kinh tế", null, AgencyKind.DEPARTMENT, false);
            own(unit, "Văn phòng HĐND và UBND xã", "Văn phòng", AgencyKind.OFFICE, false);
            AgencyId police = own(unit, "Công an xã", null, AgencyKind.POLICE, false);
            AgencyId health = own(unit, "Trạm Y tế xã", "Trạm Y tế", AgencyKind.HEALTH, false, "Trạm Y tế");
            AgencyId school = own(unit, "Trường THCS Thượng Sơn", null, AgencyKind.SCHOOL, false, "Trường THCS");
            own(unit, "Trường Tiểu học Thượng Sơn", null, AgencyKind.SCHOOL, false, "Trường Tiểu học");
            own(
                    unit,
                    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
                    "MTTQ xã",
                    AgencyKind.FATHERLAND_FRONT,
                    false,
                    "Ủy ban MTTQ Việt Nam xã");
            AgencyId union = own(
                    unit, "Hội Liên hiệp Phụ nữ xã", "Hội LHPN xã", AgencyKind.WOMENS_UNION, false, "Hội Phụ nữ xã");
            own(
                    unit,
                    "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
                    "Đoàn Thanh niên",
                    AgencyKind.YOUTH_UNION,
                    false,
                    "Đoàn Thanh niên xã");
            own(
                    unit,
                    "Trung tâm Dịch vụ công xã",
                    null,
                    AgencyKind.PUBLIC_SERVICE,
                    false,
                    "Trung tâm Dịch vụ Công ích xã");
            for (String village : List.of("Nà Pò", "Khuổi Tà", "Bản Chang", "Pác Đeng")) {
                own(unit, "Thôn " + village, null, AgencyKind.VILLAGE, false);
            }
            person("can-bo", "Trần Thị Thảo", "Chuyên viên", culture, Role.STANDING_OFFICER);
            person("lanh-dao", "Hoàng Thị Mai Lan", "Phó Chủ tịch", committee, Role.LEADER);
            person("van-thu", "Lâm Thị Vân", null, committee, Role.CLERK);
            person("kinh-te", "Chu Văn Tiến", null, economy, Role.AGENCY_OFFICER);
            person("cong-an", "Lương Văn Sơn", null, police, Role.AGENCY_OFFICER);
            person("tram-y-te", "Đinh Thị Hà", null, health, Role.AGENCY_OFFICER);
            person("truong-hoc", "Hoàng Minh Tuấn", null, school, Role.AGENCY_OFFICER);
            person("hoi-phu-nu", "Bế Thị Loan", "Chủ tịch Hội", union, Role.AGENCY_OFFICER);
            return unit;
        }

        private UnitId neighbour(UnitId province, String code, String name, String username, String officer) {
            UnitId unit = unit(code, name, Level.COMMUNE, province);
            AgencyId committee = agency(unit, "UBND " + name, null, AgencyKind.PEOPLES_COMMITTEE, false);
            AgencyId culture = agency(unit, "Phòng Văn hóa – Xã hội", "Phòng VH-XH", AgencyKind.DEPARTMENT, true);
            agency(unit, "Công an xã", null, AgencyKind.POLICE, false);
            agency(unit, "Trạm Y tế xã", "Trạm Y tế", AgencyKind.HEALTH, false, "Trạm Y tế");
            agency(unit, "Hội Liên hiệp Phụ nữ xã", "Hội LHPN xã", AgencyKind.WOMENS_UNION, false);
            person("can-bo-" + username, officer, null, culture, Role.STANDING_OFFICER);
            person("lanh-dao-" + username, "Phan Văn Lợi", "Chủ tịch", committee, Role.LEADER);
            person("van-thu-" + username, "Mã Thị Duyên", null, committee, Role.CLERK);
            return unit;
        }

        /** What a unit of its level has besides what the story names. */
        private void usual(UnitId unit) {
            typical.found(
                    administrator,
                    new TypicalSet(
                            unit,
                            FROM,
                            typical.of(unit, FROM).stream()
                                    .filter(TypicalAgency::missing)
                                    .map(agency ->
                                            new TypicalSet.Choice(agency.type().code(), agency.name()))
                                    .toList()));
        }

        private UnitId unit(String code, String name, Level level, UnitId parent) {
            return organization.found(administrator, new NewUnit(code, name, level, parent, FROM));
        }

        private AgencyId own(
                UnitId unit,
                String name,
                @Nullable String shortName,
                AgencyKind kind,
                boolean standing,
                String... aliases) {
            AgencyId id = agency(unit, name, shortName, kind, standing, aliases);
            agencies.put(name, id);
            return id;
        }

        private AgencyId agency(
                UnitId unit,
                String name,
                @Nullable String shortName,
                AgencyKind kind,
                boolean standing,
                String... aliases) {
            return organization.found(
                    administrator,
                    new NewAgency(unit, name, shortName, kind, standing, new ArrayList<>(List.of(aliases)), FROM));
        }

        private void person(String username, String name, @Nullable String position, AgencyId agency, Role role) {
            AccountId id = accounts.open(
                    administrator, agency, new NewAccount(username, name, position, agency, Set.of(role), PASSWORD));
            people.put(username, accounts.account(id).actor());
        }
    }
}
