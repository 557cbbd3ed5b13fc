package vn.binhquyen.intake.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Said.Hit;
import vn.binhquyen.kernel.Level;

/**
 * Does the plan speak of itself in the words of a higher level: "từ tỉnh đến cơ sở", "trên địa bàn tỉnh" in a commune's
 * plan? What the title of a cited document says is its own affair. One doubt for all places.
 */
final class WrongLevel implements Rule {

    private static final Map<Level, Pattern> ABOVE = Map.of(
            Level.COMMUNE, words("tỉnh|huyện|quận|thành phố"),
            Level.DISTRICT, words("tỉnh"));

    private static final List<String> BEGINNINGS = List.of("trên ", "toàn ", "từ ", "sở, ", "các sở, ");

    @Override
    public String id() {
        return "wrong-level";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var issuer = hand.plan().issuer();
        if (issuer == null || issuer.level() == null || !ABOVE.containsKey(issuer.level())) {
            return List.of();
        }
        List<Hit> hits = Said.findBegun(hand, ABOVE.get(issuer.level()), BEGINNINGS, BEGINNINGS).stream()
                .filter(hit -> !hit.said().path().startsWith("recipients/"))
                .toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        Hit first = hits.getFirst();
        return List.of(new Doubt(
                "", first.subject("level"), first.at(), first.words(), hits.size(), Lines.say(hits, Said.Hit::at)));
    }

    private static Pattern words(String kinds) {
        return Pattern.compile("(?<!\\p{L})(?:trên (?:địa bàn|phạm vi)(?: toàn)? (?:" + kinds + ")|toàn (?:" + kinds
                + ")|từ (?:cấp )?(?:" + kinds
                + ") (?:đến|tới|xuống)|(?:các )?sở, (?:ban, )?ngành (?:của )?(?:tỉnh|thành phố))(?!\\p{L})");
    }
}
