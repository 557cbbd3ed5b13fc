package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/** Finds administrative units by name: "xã Thượng Sơn", "tỉnh Minh Hà". */
final class UnitNames {

    /** @param kind lower case ("xã", "thành phố"); @param name without the kind */
    record Unit(String kind, String name, Level level) {
        String full() {
            return kind + " " + name;
        }
    }

    private static final Set<String> CITIES_OF_THE_NATION =
            Set.of("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế");
    private static final String WORD = "(?!(?:UBND|HĐND|MTTQ)(?!\\p{L}))\\p{Lu}[\\p{L}'’]*";
    private static final Pattern UNIT = Pattern.compile(
            "(?<!\\p{L})(?<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành"
                    + " phố|[Tt]ỉnh)\\s+(?<name>" + WORD + "(?:\\s(?:-\\s)?" + WORD + "){0,3}|\\d{1,2}(?!\\d))");
    private static final List<String> KINDS = List.of(
            "Xã",
            "xã",
            "Phường",
            "phường",
            "Thị trấn",
            "thị trấn",
            "Đặc khu",
            "đặc khu",
            "Huyện",
            "huyện",
            "Quận",
            "quận",
            "Thị xã",
            "thị xã",
            "Thành phố",
            "thành phố",
            "Tỉnh",
            "tỉnh");
    private static final Pattern KIND = Pattern.compile(
            "(?<!\\p{L})(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(?!\\p{L})(?!\\s+(?:hội|viên))");
    private static final Set<String> NOT_A_NAME = Set.of("Ủy", "UBND", "HĐND", "Đảng", "Nơi", "Kế", "Căn");

    private UnitNames() {}

    /** All units named in the text, in order. */
    static List<Unit> find(String text) {
        var units = new ArrayList<Unit>();
        var named = new Occurrences(UNIT, text, KINDS);
        while (named.find()) {
            Matcher match = named.match();
            String name = match.group("name");
            if (!NOT_A_NAME.contains(name.split(" ", -1)[0])) {
                String kind = VietnameseText.lower(match.group("kind"));
                units.add(new Unit(kind, name, level(kind, name)));
            }
        }
        return units;
    }

    /** The unit of a kind that the text names most often. */
    static Optional<Unit> mostNamed(String text, String kind) {
        return mostNamed(find(text), kind);
    }

    /** The unit of a kind that stands there most often. */
    static Optional<Unit> mostNamed(List<Unit> units, String kind) {
        Map<Unit, Integer> counts = new HashMap<>();
        units.stream().filter(unit -> unit.kind().equals(kind)).forEach(unit -> counts.merge(unit, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Unit, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().name(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** The unit of this name, of the kind that the text gives it most often, however it is written there. */
    static Optional<Unit> named(String name, String text) {
        String lower = VietnameseText.lower(VietnameseText.squeeze(text));
        Pattern called =
                Pattern.compile(KIND.pattern() + "\\s+" + Pattern.quote(VietnameseText.lower(name)) + "(?!\\p{L})");
        return called
                .matcher(lower)
                .results()
                .collect(Collectors.groupingBy(match -> match.group(1), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(kind -> new Unit(kind.getKey(), name, level(kind.getKey(), name)));
    }

    /** The last kind of unit that the text mentions, named or not: "xã" of "Ủy ban nhân dân xã". */
    static Optional<String> kindIn(String text) {
        Matcher match = KIND.matcher(VietnameseText.lower(text));
        Optional<String> kind = Optional.empty();
        while (match.find()) {
            kind = Optional.of(match.group(1));
        }
        return kind;
    }

    /** "TỈNH MINH HÀ", "xã Thượng Sơn". */
    static boolean beginsWithKind(String text) {
        return KIND.matcher(VietnameseText.lower(text)).lookingAt();
    }

    static Level level(String kind, String name) {
        return switch (kind) {
            case "xã", "phường", "thị trấn", "đặc khu" -> Level.COMMUNE;
            case "tỉnh" -> Level.PROVINCE;
            case "thành phố" ->
                CITIES_OF_THE_NATION.contains(VietnameseText.lower(name)) ? Level.PROVINCE : Level.DISTRICT;
            default -> Level.DISTRICT;
        };
    }

    /** "Ủy ban nhân dân xã Thượng Sơn" from "ỦY BAN NHÂN DÂN XÃ THƯỢNG SƠN"; mixed case stays. */
    static String properCase(String name) {
        String squeezed = VietnameseText.squeeze(name);
        if (!Headings.isCapitals(squeezed)) {
            return squeezed;
        }
        String lower = VietnameseText.lower(squeezed).replace("ubnd", "UBND").replace("hđnd", "HĐND");
        Matcher kind = KIND.matcher(lower);
        var result = new StringBuilder(lower);
        int named = -1;
        while (kind.find()) {
            named = kind.end();
        }
        if (named >= 0) {
            for (int i = named; i < result.length(); i++) {
                if (i > 0 && result.charAt(i - 1) == ' ') {
                    result.setCharAt(i, Character.toUpperCase(result.charAt(i)));
                }
            }
        }
        result.setCharAt(0, Character.toUpperCase(result.charAt(0)));
        return result.toString();
    }
}
