package vn.binhquyen.intake.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.NationalStrategy;

/**
 * Which national indicators that bind this level have no counterpart? Asked of plans that carry out the national strategy
 * and set indicators; a plan of one year may choose.
 */
final class MissingNationalIndicator implements Rule {

    private static final int PHRASE = 5;

    @Override
    public String id() {
        return "missing-national-indicator";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        Level level = plan.issuer() == null ? null : plan.issuer().level();
        Set<String> present = codes(plan);
        if (level == null || present.isEmpty() || !carriesOutStrategy(plan)) {
            return List.of();
        }
        var missing = NationalStrategy.shipped().measures().stream()
                .filter(measure -> measure.binds().contains(level))
                .filter(measure -> !present.contains(indicator(measure.code())))
                .filter(measure -> plan.objectives().stream()
                        .flatMap(objective -> objective.indicators().stream())
                        .filter(indicator -> indicator.catalogue() == null)
                        .noneMatch(indicator -> sharesPhrase(measure.nameVi(), indicator.text())))
                .map(measure -> measure.code() + " (" + measure.nameVi() + ")")
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(new Doubt(
                        "",
                        "objectives",
                        plan.objectives().getFirst().at(),
                        missing.size(),
                        missing.stream().collect(Collectors.joining("; "))));
    }

    private static boolean carriesOutStrategy(ReadPlan plan) {
        var period = plan.period();
        return plan.title() != null
                && period != null
                && period.to() > period.from()
                && VietnameseText.fold(plan.title()).contains("chien luoc quoc gia");
    }

    private static Set<String> codes(ReadPlan plan) {
        var codes = new HashSet<String>();
        for (var objective : plan.objectives()) {
            for (var indicator : objective.indicators()) {
                if (indicator.catalogue() != null) {
                    codes.add(indicator(indicator.catalogue()));
                }
                indicator.measures().forEach(measure -> {
                    if (measure.catalogue() != null) {
                        codes.add(indicator(measure.catalogue()));
                    }
                });
            }
        }
        return codes;
    }

    /** Whether several words in a row are the same: a counterpart put in other words ("có lãnh đạo chủ chốt là nữ"). */
    private static boolean sharesPhrase(String national, String own) {
        String[] words = Names.normalise(national).split(" ", -1);
        String said = " " + Names.normalise(own) + " ";
        return IntStream.rangeClosed(0, words.length - PHRASE)
                .mapToObj(from -> " " + String.join(" ", List.of(words).subList(from, from + PHRASE)) + " ")
                .anyMatch(said::contains);
    }

    /** "NQ28-3.2" of its measure "NQ28-3.2a". */
    private static String indicator(String code) {
        return code.replaceFirst("[a-z]$", "");
    }
}
