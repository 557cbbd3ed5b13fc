package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.check.Said.Hit;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Does the plan speak of a body or tier that no longer exists on its date? One doubt for each, with its lines; the issuer
 * and title of a cited document keep the names of their time.
 */
final class ObsoleteBodies implements Rule {

    @Override
    public String id() {
        return "obsolete-body";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        LocalDate date = PlanDates.of(hand.plan()).orElse(null);
        var doubts = new ArrayList<Doubt>();
        if (date == null) {
            return doubts;
        }
        Set<Place> taken = new HashSet<>();
        for (ObsoleteBody body : hand.knowledge().bodies()) {
            if (!body.lastDay().isBefore(date)) {
                continue;
            }
            List<String> names = names(body)
                    .filter(name -> hand.words().mayHold(name.replace(" và ", " ")))
                    .toList();
            List<Hit> hits = names.isEmpty()
                    ? List.of()
                    : Said.findBegun(
                                    hand,
                                    pattern(names),
                                    names.stream()
                                            .map(ObsoleteBodies::longestWord)
                                            .toList(),
                                    names.stream()
                                            .map(name -> name.split("[\\s–-]+", -1)[0])
                                            .toList())
                            .stream()
                            .filter(hit -> hit.at() == null || taken.add(hit.at()))
                            .toList();
            if (!hits.isEmpty()) {
                doubts.add(doubt(body, hits));
            }
        }
        return doubts;
    }

    private static Doubt doubt(ObsoleteBody body, List<Hit> hits) {
        Hit first = hits.getFirst();
        return new Doubt(
                        body.successor() == null ? "" : "succeeded",
                        first.subject(body.name()),
                        first.at(),
                        first.words(),
                        DateOrder.say(PartialDate.of(body.lastDay())),
                        String.valueOf(body.successor()),
                        hits.size(),
                        Lines.say(hits, Said.Hit::at))
                .restingOn(Sources.of(body));
    }

    /** The names as documents write them: any dash, any blank, "và" or "&" alike. */
    private static Pattern pattern(List<String> names) {
        String written = names.stream()
                .map(name -> Stream.of(name.split("[\\s–-]+", -1))
                        .map(word -> word.equals("và") || word.equals("&") ? "(?:và|&)" : Pattern.quote(word))
                        .collect(Collectors.joining("[\\s–—-]+")))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!\\p{L})(?:" + written + ")(?!\\p{L})");
    }

    private static String longestWord(String name) {
        return Stream.of(name.split("[\\s–-]+", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Stream<String> names(ObsoleteBody body) {
        return Stream.concat(Stream.of(body.name()), body.others().stream()).map(VietnameseText::lower);
    }
}
