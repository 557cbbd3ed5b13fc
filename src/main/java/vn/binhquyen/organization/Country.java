package vn.binhquyen.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.organization.CountryFiles.CommuneLine;
import vn.binhquyen.organization.CountryFiles.EarlierLine;
import vn.binhquyen.organization.CountryFiles.ProvinceLine;
import vn.binhquyen.organization.CountryFiles.SuccessionLine;

/**
 * The real country before and after 1 July 2025, told as lives of units. A unit that went whole into one that nothing else
 * went into lived on; every other earlier one ended that day, and its successors began.
 */
final class Country {
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final String PROVINCES_BASIS = "Nghị quyết 202/2025/QH15";
    private static final String DISTRICTS_BASIS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15";
    private static final String DONG_NAI_BASIS = "Nghị quyết 30/2026/QH16; Nghị quyết 237/NQ-UBTVQH16";
    private static final String BY_ITS_COMMUNES = "Theo nơi đến của các đơn vị cấp xã thuộc huyện";

    /** One unit through all its states; told apart by identity. */
    static final class Life {
        final List<Phase> phases = new ArrayList<>();

        Phase last() {
            return phases.getLast();
        }

        private void ends(LocalDate on) {
            phases.set(phases.size() - 1, last().until(on));
        }

        private void becomes(LocalDate on, Phase next) {
            ends(on);
            phases.add(next);
        }
    }

    /**
     * @param from null where the beginning is not known
     * @param until the day after the last; null while no end is known
     * @param above the lives above, from the province down
     */
    record Phase(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String code,
            String name,
            String kind,
            Level level,
            List<Life> above,
            short province) {
        Phase until(LocalDate day) {
            return new Phase(from, day, code, name, kind, level, above, province);
        }

        boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (until == null || until.isAfter(day));
        }
    }

    record Came(
            Life from,
            Life to,
            LocalDate on,
            String kind,
            @Nullable BigDecimal share,
            @Nullable String basis,
            @Nullable String note) {}

    private final Map<String, Life> earlierProvinces = new LinkedHashMap<>();
    private final Map<String, Life> districts = new LinkedHashMap<>();
    private final Map<String, Life> earlierCommunes = new LinkedHashMap<>();
    private final Map<String, Life> provinces = new LinkedHashMap<>();
    private final Map<String, Life> communes = new LinkedHashMap<>();
    private final List<Came> successions = new ArrayList<>();

    private Country() {}

    static Country read() {
        Country country = new Country();
        CountryFiles.earlier().forEach(country::before);
        CountryFiles.provinces().forEach(country::province);
        Map<String, List<SuccessionLine>> cameFrom = new HashMap<>();
        CountryFiles.successions()
                .forEach(line -> cameFrom.computeIfAbsent(line.now(), now -> new ArrayList<>())
                        .add(line));
        CountryFiles.communes().forEach(line -> country.commune(line, cameFrom.getOrDefault(line.code(), List.of())));
        country.endDistricts();
        return country;
    }

    Collection<Life> lives() {
        Set<Life> all = new LinkedHashSet<>(earlierProvinces.values());
        all.addAll(provinces.values());
        all.addAll(districts.values());
        all.addAll(earlierCommunes.values());
        all.addAll(communes.values());
        return all;
    }

    List<Came> successions() {
        return successions;
    }

    private void before(EarlierLine line) {
        Life life = new Life();
        List<Life> above = switch (line.level()) {
            case PROVINCE -> List.of();
            case DISTRICT -> List.of(known(earlierProvinces, line.parent()));
            default -> List.of(known(earlierProvinces, line.province()), known(districts, line.parent()));
        };
        life.phases.add(new Phase(
                null, null, line.code(), line.name(), line.kind(), line.level(), above, number(line.province())));
        (switch (line.level()) {
                    case PROVINCE -> earlierProvinces;
                    case DISTRICT -> districts;
                    default -> earlierCommunes;
                })
                .put(line.code(), life);
    }

    private void province(ProvinceLine line) {
        LocalDate cityFrom = line.cityFrom();
        String name = cityFrom == null ? line.name() : line.name().replace("Thành phố", "Tỉnh");
        String kind = cityFrom == null ? line.kind() : "tỉnh";
        Phase phase = new Phase(REFORM, null, line.code(), name, kind, Level.PROVINCE, List.of(), number(line.code()));
        Life life = line.formedFrom().isEmpty() ? known(earlierProvinces, line.code()) : new Life();
        if (!line.formedFrom().isEmpty()) {
            life.phases.add(phase);
        } else if (!life.last().name().equals(name)) {
            life.becomes(REFORM, phase);
            successions.add(new Came(life, life, REFORM, "RENAME", null, null, null));
        }
        provinces.put(line.code(), life);
        for (String code : line.formedFrom()) {
            Life former = known(earlierProvinces, code);
            former.ends(REFORM);
            successions.add(new Came(former, life, REFORM, "MERGE", BigDecimal.ONE, PROVINCES_BASIS, null));
        }
        if (cityFrom != null) {
            changeKind(life, cityFrom, line.kind(), line.name());
        }
    }

    private void commune(CommuneLine line, List<SuccessionLine> from) {
        Life province = known(provinces, line.province());
        Phase phase = new Phase(
                REFORM,
                null,
                line.code(),
                line.firstName(),
                line.firstKind(),
                Level.COMMUNE,
                List.of(province),
                number(line.province()));
        Life life;
        if (from.size() == 1 && from.getFirst().whole()) {
            life = former(from.getFirst());
            String kind = life.last().level() == Level.COMMUNE ? "MOVE" : "RELEVEL";
            life.becomes(REFORM, phase);
            successions.add(new Came(
                    life, life, REFORM, kind, null, null, from.getFirst().note()));
        } else {
            life = new Life();
            life.phases.add(phase);
            for (SuccessionLine part : from) {
                Life former = former(part);
                former.ends(REFORM);
                successions.add(new Came(
                        former,
                        life,
                        REFORM,
                        part.whole() ? "MERGE" : "SPLIT",
                        part.whole() ? BigDecimal.ONE : null,
                        null,
                        part.note()));
            }
        }
        communes.put(line.code(), life);
        if (line.changedOn() != null) {
            changeKind(life, line.changedOn(), line.kind(), line.name());
        }
    }

    private void changeKind(Life life, LocalDate on, String kind, String name) {
        Phase now = life.last();
        life.becomes(on, new Phase(on, null, now.code(), name, kind, now.level(), now.above(), now.province()));
        successions.add(new Came(life, life, on, "RELEVEL", null, DONG_NAI_BASIS, null));
    }

    /** Districts went where their communes went; those that became special zones lived on. */
    private void endDistricts() {
        Map<Life, Set<Life>> went = new LinkedHashMap<>();
        Map<Life, Life> districtOf = new HashMap<>();
        earlierCommunes
                .values()
                .forEach(commune -> districtOf.put(
                        commune, commune.phases.getFirst().above().getLast()));
        for (Came came : successions) {
            Life district = districtOf.get(came.from());
            if (district != null && came.on().equals(REFORM)) {
                went.computeIfAbsent(district, d -> new LinkedHashSet<>()).add(came.to());
            }
        }
        went.forEach((district, successors) -> {
            district.ends(REFORM);
            boolean one = successors.size() == 1;
            for (Life to : successors) {
                successions.add(new Came(
                        district,
                        to,
                        REFORM,
                        one ? "MERGE" : "SPLIT",
                        one ? BigDecimal.ONE : null,
                        DISTRICTS_BASIS,
                        BY_ITS_COMMUNES));
            }
        });
    }

    private Life former(SuccessionLine line) {
        return known(line.earlier().length() == 3 ? districts : earlierCommunes, line.earlier());
    }

    private static Life known(Map<String, Life> lives, String code) {
        return Objects.requireNonNull(lives.get(code), code);
    }

    private static short number(String code) {
        return Short.parseShort(code);
    }
}
