package vn.binhquyen.intake.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;

/**
 * The agencies that a plan of one unit can speak of, found by the names that documents give them.
 *
 * @param unitName the unit's name with its kind ("xã Thượng Sơn")
 * @param own the agencies of the unit
 * @param aliases further names of the own agencies
 * @param below the standing agencies of the units directly below
 * @param above the agencies of the units above, nearest first
 */
public record KnownAgencies(
        String unitName,
        List<Agency> own,
        Map<AgencyId, List<String>> aliases,
        List<Agency> below,
        List<Agency> above) {

    /** Names at least this similar are taken for the same. */
    private static final double SAME = 0.85;

    private static final Pattern TRAILING_TIER =
            Pattern.compile(" (?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)$");

    public KnownAgencies {
        own = List.copyOf(own);
        aliases = Map.copyOf(aliases);
        below = List.copyOf(below);
        above = List.copyOf(above);
    }

    /**
     * The one agency of the unit that the name means: by its names, then by the nearest similar one, then by its kind
     * where the unit has only one of that kind.
     */
    public Optional<Agency> named(String name) {
        return nearest(name, own).or(() -> onlyOneOfKind(name));
    }

    /** Whether an agency of the unit bears this name, "và" and commas included ("Văn phòng HĐND và UBND xã"). */
    boolean isNameOfOne(String name) {
        return nearest(name, own).isPresent();
    }

    /** The agency that receives what is sent to the name: of the unit, or of a unit above. */
    public Optional<Agency> receiver(String name) {
        return nearest(name, own).or(() -> nearest(name, above));
    }

    private Optional<Agency> nearest(String name, List<Agency> among) {
        String wanted = key(name);
        Agency best = null;
        double bestSimilarity = 0;
        boolean tie = false;
        for (Agency agency : among) {
            double similarity = namesOf(agency)
                    .mapToDouble(known -> Names.similarity(wanted, key(known)))
                    .max()
                    .orElse(0);
            if (similarity > bestSimilarity) {
                best = agency;
                bestSimilarity = similarity;
                tie = false;
            } else if (similarity == bestSimilarity) {
                tie = true;
            }
        }
        return best == null || tie || bestSimilarity < SAME ? Optional.empty() : Optional.of(best);
    }

    private Optional<Agency> onlyOneOfKind(String name) {
        AgencyKind kind = AgencyKinds.of(name);
        if (!AgencyKinds.ONE_PER_UNIT.contains(kind)) {
            return Optional.empty();
        }
        List<Agency> ofKind =
                own.stream().filter(agency -> agency.kind() == kind).toList();
        return ofKind.size() == 1 ? Optional.of(ofKind.getFirst()) : Optional.empty();
    }

    private Stream<String> namesOf(Agency agency) {
        return Stream.concat(
                Stream.concat(Stream.of(agency.name()), Stream.ofNullable(agency.shortName())),
                aliases.getOrDefault(agency.id(), List.of()).stream());
    }

    /** A name without the unit that it belongs to: "Trạm Y tế xã Thượng Sơn", "Trạm Y tế xã" and "Trạm Y tế" are one. */
    private String key(String name) {
        String normal = Names.normalise(name);
        String unit = Names.normalise(unitName);
        String shorter = normal.endsWith(" " + unit)
                ? normal.substring(0, normal.length() - unit.length() - 1)
                : TRAILING_TIER.matcher(normal).replaceFirst("");
        return shorter.isBlank() ? normal : shorter;
    }
}
