package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.VietnameseText;

/** Are the years of one strategy or programme given differently in different places, or other than the register has them? */
final class PeriodMismatch implements Rule {

    private static final String SPAN = "giai đoạn";
    private static final Pattern PROGRAMME =
            Pattern.compile("(?<name>(?:chiến lược|chương trình|đề án)(?:(?! chiến lược| chương trình| đề"
                    + " án|[,;.:()\"“”]).){8,120}?),?\\s+giai"
                    + " đoạn\\s+(?<from>\\d{4})\\s*[-–—]\\s*(?<to>\\d{4})(?!\\s*[,;]?\\s*(?:và |, )*(?:định hướng|tầm"
                    + " nhìn|giai đoạn))");

    @Override
    public String id() {
        return "period-mismatch";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    /** A document of the register, with the years that its title gives to the names in it, folded. */
    private record Programme(LegalDocument entry, Map<String, String> years) {
        static Programme of(LegalDocument entry) {
            Map<String, String> years = new HashMap<>();
            String title = VietnameseText.lower(entry.title());
            Matcher match = PROGRAMME.matcher(title);
            while (title.contains(SPAN) && match.find()) {
                years.putIfAbsent(
                        VietnameseText.fold(match.group("name")), match.group("from") + "–" + match.group("to"));
            }
            return new Programme(entry, years);
        }
    }

    private record Known(Knowledge knowledge, List<Programme> programmes) {}

    /** The programmes of the register that was asked last: it is the same from plan to plan. */
    private volatile Known known = new Known(Knowledge.NONE, List.of());

    private record Mention(
            String name,
            String years,
            String path,
            @Nullable Place at) {}

    @Override
    public List<Doubt> ask(InHand hand) {
        Map<String, List<Mention>> byName = new LinkedHashMap<>();
        mentions(hand)
                .forEach(mention -> byName.computeIfAbsent(
                                VietnameseText.fold(mention.name()), name -> new ArrayList<>())
                        .add(mention));
        var doubts = new ArrayList<Doubt>();
        List<Programme> programmes = programmes(hand.knowledge());
        byName.forEach((name, mentions) -> {
            Set<String> years = new LinkedHashSet<>();
            mentions.forEach(mention -> years.add(mention.years()));
            Programme programme = programme(hand, programmes, name);
            LegalDocument entry = programme == null ? null : programme.entry();
            String known = programme == null ? null : programme.years().get(name);
            if (years.size() > 1) {
                doubts.add(amongThemselves(mentions, years, known, entry));
            } else if (entry != null && known != null && !years.contains(known)) {
                Mention first = mentions.getFirst();
                doubts.add(new Doubt(
                                "register", first.path(), first.at(), first.name(), first.years(), entry.cited(), known)
                        .restingOn(Sources.of(entry)));
            }
        });
        return doubts;
    }

    private static Doubt amongThemselves(
            List<Mention> mentions, Set<String> years, @Nullable String known, @Nullable LegalDocument entry) {
        String usual = known != null && years.contains(known) ? known : mostUsual(mentions);
        Mention odd = mentions.stream()
                .filter(mention -> !mention.years().equals(usual))
                .findFirst()
                .orElseThrow();
        var doubt = new Doubt("", odd.path(), odd.at(), odd.name(), String.join("; ", years), lines(mentions, usual));
        return entry == null ? doubt : doubt.restingOn(Sources.of(entry));
    }

    private static String mostUsual(List<Mention> mentions) {
        return mentions.stream()
                .map(Mention::years)
                .max(Comparator.comparingLong(years -> mentions.stream()
                        .filter(mention -> mention.years().equals(years))
                        .count()))
                .orElseThrow();
    }

    private static String lines(List<Mention> mentions, String usual) {
        return Lines.say(
                mentions.stream()
                        .filter(mention -> !mention.years().equals(usual))
                        .toList(),
                Mention::at);
    }

    private static Stream<Mention> mentions(InHand hand) {
        var all = new ArrayList<Said>();
        for (int i = 0; i < hand.plan().legalBases().size(); i++) {
            var basis = hand.plan().legalBases().get(i);
            if (hand.text() == null && basis.title() != null) {
                all.add(new Said("legalBases/" + i, basis.title(), basis.at()));
            }
        }
        all.addAll(hand.said());
        return all.stream().flatMap(said -> {
            if (!said.lower().contains(SPAN)) {
                return Stream.empty();
            }
            Matcher match = PROGRAMME.matcher(said.lower());
            return match.results()
                    .map(found -> new Mention(
                            said.text().substring(found.start("name"), found.end("name")),
                            found.group("from") + "–" + found.group("to"),
                            said.path(),
                            said.hit(found.start(), found.end(), hand.text()).at()));
        });
    }

    /** The newest document of that name which had not run out when the plan was made: each decade has its strategy. */
    private static @Nullable Programme programme(InHand hand, List<Programme> programmes, String foldedName) {
        LocalDate date = PlanDates.of(hand.plan()).orElse(LocalDate.MAX);
        return programmes.stream()
                .filter(programme -> programme.years().containsKey(foldedName))
                .filter(programme -> !programme.entry().isOver(date))
                .max(Comparator.comparing(programme ->
                        Objects.requireNonNullElse(programme.entry().issuedOn(), LocalDate.MIN)))
                .orElse(null);
    }

    private List<Programme> programmes(Knowledge knowledge) {
        Known last = known;
        if (last.knowledge() != knowledge) {
            last = new Known(
                    knowledge,
                    knowledge.documents().stream()
                            .map(Programme::of)
                            .filter(programme -> !programme.years().isEmpty())
                            .toList());
            known = last;
        }
        return last.programmes();
    }
}
