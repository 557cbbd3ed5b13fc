package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is called at a level in a time. One code may have several entries, one after the other.
 *
 * @param tiers first words of the names of units that have it, such as "phường"; empty where all of the level do
 * @param name with {@code {unit}} for the full name of the unit and {@code {tier}} for the word of its tier
 * @param from null where it was always so
 * @param lastDay null while no end is known
 * @param typical whether every unit of the level usually has it
 * @param standing whether it usually coordinates the programme in its unit
 * @param source where that was read
 * @param confirmed whether somebody checked it against the published rule
 */
public record AgencyType(
        String code,
        AgencyKind kind,
        Level level,
        List<String> tiers,
        String name,
        String englishName,
        @Nullable String shortName,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        boolean typical,
        boolean standing,
        String source,
        boolean confirmed) {
    private static final List<String> TIERS =
            List.of("xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận", "tỉnh", "thành phố");

    public AgencyType {
        tiers = List.copyOf(tiers);
    }

    public boolean isOfUnit(Unit unit) {
        return level == unit.level() && (tiers.isEmpty() || tiers.contains(tier(unit)));
    }

    /** Its name in the unit: "Công an phường". */
    public String nameIn(Unit unit) {
        return filled(name, unit);
    }

    public @Nullable String shortNameIn(Unit unit) {
        return shortName == null ? null : filled(shortName, unit);
    }

    public boolean isOver(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }

    /** The name as a list of types shows it, without the places for the unit. */
    public String plainName() {
        return name.replaceAll("\\s*\\{(unit|tier)}\\s*", " ").strip();
    }

    private static String filled(String pattern, Unit unit) {
        String text = pattern.replace("{unit}", unit.name())
                .replace("{tier}", tier(unit))
                .strip();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String tier(Unit unit) {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return TIERS.stream()
                .filter(tier -> name.startsWith(tier + " "))
                .findFirst()
                .orElse("");
    }
}
