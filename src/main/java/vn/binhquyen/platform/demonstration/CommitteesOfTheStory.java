package vn.binhquyen.platform.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.committee.Committees;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.NewDecision;
import vn.binhquyen.committee.NewSeat;
import vn.binhquyen.committee.OpenSeat;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/** The committees of the province and of Thượng Sơn; the one of Thượng Sơn has changed once. */
@Component
class CommitteesOfTheStory {
    private final Committees committees;
    private final CurrentActor current;

    CommitteesOfTheStory(Committees committees, CurrentActor current) {
        this.committees = committees;
        this.current = current;
    }

    void sit(Cast cast) {
        Actor provincial = cast.person("tinh");
        current.as(provincial, () -> ofTheProvince(cast, provincial));
        Actor officer = cast.person("can-bo");
        current.as(officer, () -> ofThuongSon(cast, officer));
    }

    private void ofTheProvince(Cast cast, Actor officer) {
        Actor leader = cast.person("lanh-dao-tinh");
        committees.decide(
                officer,
                new NewDecision(
                        cast.province(),
                        DecisionKind.ESTABLISH,
                        "Ban Vì sự tiến bộ của phụ nữ tỉnh Minh Hà",
                        412,
                        "QĐ-UBND",
                        LocalDate.of(2025, 8, 20),
                        LocalDate.of(2025, 8, 20),
                        "Nông Đức Thịnh",
                        Set.of(),
                        List.of(
                                of(leader, "Phó Chủ tịch UBND tỉnh", null, SeatRole.HEAD),
                                seat("Lý Thị Bích", "Giám đốc Sở Nội vụ", cast.department(), SeatRole.DEPUTY),
                                of(officer, "Chuyên viên", cast.department(), SeatRole.STANDING)),
                        -1));
    }

    private void ofThuongSon(Cast cast, Actor officer) {
        UnitId unit = cast.thuongSon();
        AgencyId culture = agency(cast, "Phòng Văn hóa – Xã hội");
        committees.decide(
                officer,
                new NewDecision(
                        unit,
                        DecisionKind.ESTABLISH,
                        "Ban Vì sự tiến bộ của phụ nữ xã Thượng Sơn",
                        58,
                        "QĐ-UBND",
                        LocalDate.of(2025, 9, 10),
                        LocalDate.of(2025, 9, 10),
                        "Triệu Văn Quý",
                        Set.of(),
                        List.of(
                                of(cast.person("lanh-dao"), "Phó Chủ tịch UBND xã", null, SeatRole.HEAD),
                                of(
                                        cast.person("hoi-phu-nu"),
                                        "Chủ tịch Hội",
                                        agency(cast, "Hội Liên hiệp Phụ nữ xã"),
                                        SeatRole.DEPUTY),
                                of(officer, "Chuyên viên", culture, SeatRole.STANDING),
                                of(cast.person("tram-y-te"), null, agency(cast, "Trạm Y tế xã"), SeatRole.MEMBER),
                                seat(
                                        "Lương Văn Kim",
                                        "Phó Trưởng Công an xã",
                                        agency(cast, "Công an xã"),
                                        SeatRole.MEMBER)),
                        -1));
        LocalDate changed = LocalDate.of(2026, 1, 6);
        Set<UUID> leaving = committees.seatsOf(unit).stream()
                .filter(seat -> seat.person().equals("Lương Văn Kim"))
                .map(OpenSeat::id)
                .collect(Collectors.toSet());
        committees.decide(
                officer,
                new NewDecision(
                        unit,
                        DecisionKind.CHANGE,
                        "Ban Vì sự tiến bộ của phụ nữ xã Thượng Sơn",
                        3,
                        "QĐ-UBND",
                        changed,
                        changed,
                        "Triệu Văn Quý",
                        leaving,
                        List.of(
                                of(cast.person("cong-an"), null, agency(cast, "Công an xã"), SeatRole.MEMBER),
                                of(
                                        cast.person("truong-hoc"),
                                        null,
                                        agency(cast, "Trường THCS Thượng Sơn"),
                                        SeatRole.MEMBER)),
                        0));
    }

    private static AgencyId agency(Cast cast, String name) {
        return Objects.requireNonNull(cast.agencies().get(name), name);
    }

    private static NewSeat of(Actor person, @Nullable String position, @Nullable AgencyId agency, SeatRole role) {
        return new NewSeat(person.name(), position, agency, person.account(), role);
    }

    private static NewSeat seat(String person, String position, AgencyId agency, SeatRole role) {
        return new NewSeat(person, position, agency, null, role);
    }
}
