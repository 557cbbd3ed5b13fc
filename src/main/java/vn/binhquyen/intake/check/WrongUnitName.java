package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.check.Said.Hit;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Does the plan name another unit as its own, left over from another unit's plan? A neighbour may be named; "trên địa bàn
 * xã X" and "UBND xã X" speak of oneself, or of the units above.
 */
final class WrongUnitName implements Rule {

    private static final String NAME = "\\p{Lu}[\\p{L}'’]*(?:\\s(?:-\\s)?\\p{Lu}[\\p{L}'’]*){0,3}|\\d{1,2}(?![\\d/])";
    private static final Pattern AS_OWN = Pattern.compile(
            "(?=[TtUHỦ])(?:[Tt]rên (?:địa bàn|phạm vi)(?: toàn)?|[Tt]oàn|UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân)\\s+"
                    + "(?<kind>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\\s+(?<name>" + NAME + ")");

    private static final List<String> BEGINNINGS = List.of(
            "Trên địa", "trên địa", "Trên phạm", "trên phạm", "Toàn", "toàn", "UBND", "HĐND", "Ủy ban", "Uỷ ban");

    @Override
    public String id() {
        return "wrong-unit-name";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan.Issuer issuer = hand.plan().issuer();
        if (issuer == null || issuer.unit() == null) {
            return List.of();
        }
        List<String> own = Stream.concat(Stream.of(issuer.unit()), issuer.parents().stream())
                .toList();
        Map<String, List<Hit>> strangers = new LinkedHashMap<>();
        for (Said said : hand.said()) {
            var found = new Occurrences(AS_OWN, said.text(), BEGINNINGS);
            while (found.find()) {
                Matcher match = found.match();
                String kind = match.group("kind");
                String unit = kind + " " + match.group("name");
                if (ofThatKind(own, kind) && !isOwn(own, unit) && !Citations.isCited(said.text(), match.start())) {
                    strangers
                            .computeIfAbsent(unit, name -> new ArrayList<>())
                            .add(said.hit(match.start("kind"), match.end(), hand.text()));
                }
            }
        }
        return strangers.entrySet().stream()
                .map(entry -> new Doubt(
                        "",
                        entry.getValue().getFirst().subject(entry.getKey()),
                        entry.getValue().getFirst().at(),
                        entry.getKey(),
                        issuer.unit(),
                        Lines.say(entry.getValue(), Said.Hit::at)))
                .toList();
    }

    private static boolean ofThatKind(List<String> own, String kind) {
        return own.stream().anyMatch(unit -> VietnameseText.lower(unit).startsWith(kind + " "));
    }

    /** The name may be followed by capitalised words that don't belong to it. */
    private static boolean isOwn(List<String> own, String unit) {
        String named = Names.normalise(unit);
        return own.stream()
                .map(Names::normalise)
                .anyMatch(known -> named.equals(known) || named.startsWith(known + " "));
    }
}
