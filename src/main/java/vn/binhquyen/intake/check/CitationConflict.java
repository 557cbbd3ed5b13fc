package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Citations.Citation;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.PartialDate;

/** Is one document cited with different dates or years, here or against the register? One doubt for each document. */
final class CitationConflict implements Rule {

    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final double SAME_ISSUER = 0.85;

    @Override
    public String id() {
        return "citation-conflict";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        Map<String, List<Citation>> byNumber = new LinkedHashMap<>();
        hand.citations()
                .forEach(
                        citation -> byNumber.computeIfAbsent(Citations.key(citation.number()), key -> new ArrayList<>())
                                .add(citation));
        return byNumber.values().stream()
                .flatMap(citations -> againstRegister(citations, hand).or(() -> amongThemselves(citations)).stream())
                .toList();
    }

    private static Optional<Doubt> againstRegister(List<Citation> citations, InHand hand) {
        for (Citation citation : citations) {
            LegalDocument entry = Citations.entry(citation, hand.knowledge()).orElse(null);
            if (entry == null || !entry.confirmed()) {
                continue;
            }
            PartialDate date = citation.date();
            LocalDate issued = entry.issuedOn();
            if (date != null
                    && date.isComplete()
                    && issued != null
                    && !date.latest().equals(Optional.of(issued))) {
                String right = DateOrder.say(PartialDate.of(issued));
                return Optional.of(doubt("register", citation, DateOrder.say(date), right, entry.cited())
                        .restingOn(Sources.of(entry)));
            }
            Set<String> said = years(citation.title());
            Set<String> known = years(entry.title());
            boolean otherSpan =
                    said.size() > 1 && known.size() > 1 && !said.containsAll(known) && !known.containsAll(said);
            if (otherSpan && isEntitledAlike(citation, entry)) {
                return Optional.of(
                        doubt("years", citation, String.join("–", said), String.join("–", known), entry.cited())
                                .restingOn(Sources.of(entry)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Doubt> amongThemselves(List<Citation> citations) {
        for (int i = 0; i < citations.size(); i++) {
            for (int j = i + 1; j < citations.size(); j++) {
                Citation one = citations.get(i);
                Citation other = citations.get(j);
                PartialDate first = one.date();
                PartialDate second = other.date();
                if (first != null
                        && second != null
                        && first.isComplete()
                        && second.isComplete()
                        && !first.equals(second)
                        && isSameIssuer(one, other)) {
                    return Optional.of(doubt("", other, DateOrder.say(second), DateOrder.say(first), one.number()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSameIssuer(Citation one, Citation other) {
        return one.issuer() == null
                || other.issuer() == null
                || Names.normalise(one.issuer()).contains(Names.normalise(other.issuer()))
                || Names.normalise(other.issuer()).contains(Names.normalise(one.issuer()))
                || Names.areAlike(one.issuer(), other.issuer(), SAME_ISSUER);
    }

    private static boolean isEntitledAlike(Citation citation, LegalDocument entry) {
        String said = Names.normalise(String.valueOf(citation.title()));
        return Names.normalise(entry.title())
                .lines()
                .allMatch(title -> List.of(title.split(" ", -1)).stream()
                                        .filter(said::contains)
                                        .count()
                                * 2
                        > title.split(" ", -1).length);
    }

    private static Set<String> years(@org.jspecify.annotations.Nullable String title) {
        return title == null
                ? Set.of()
                : YEARS.matcher(title)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Doubt doubt(String variant, Citation at, String said, String right, String document) {
        String slug = Citations.key(at.number()).replace('/', '-');
        String subject =
                at.path().isEmpty() || at.path().startsWith("legalBases/") ? at.path() : at.path() + "/" + slug;
        return new Doubt(variant, subject.isEmpty() ? slug : subject, at.at(), document, said, right);
    }
}
