package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;

/** The numbered documents that a plan cites, among its bases and in its running text. */
final class Citations {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d/.,])\\d{1,5}(?:/\\d{4})?(?:/|-)[A-ZĐ][\\p{L}&]*"
            + "(?:[-/.][A-ZĐ][\\p{L}\\d&]*)*(?:[-/.]QH\\d{1,2})?|(?<![\\d/.,])\\d{1,5}/\\d{4}/(?:QH|UBTVQH)\\d{1,2}");
    private static final Pattern CLAUSE_END = Pattern.compile("[;:\\n]|\\.(?=\\s|$)");
    private static final Pattern ISSUER = Pattern.compile(
            "^[\\s,)]*(?:của|do)\\s+(?<name>.{3,80}?)(?=\\s+(?:về|ban hành|quy định|phê duyệt|hướng dẫn|thông"
                    + " qua|triển khai|thực hiện|đã)(?!\\p{L})|[,;.()]|$)");
    private static final Pattern YEAR_IN_NUMBER = Pattern.compile("/(?<year>\\d{4})/");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final int DATE_NEAR = 12;
    private static final double SAME = 0.55;

    private Citations() {}

    /** @param path of the item in which it stands; empty beside the items */
    record Citation(
            String number,
            @Nullable PartialDate date,
            @Nullable String issuer,
            @Nullable String title,
            String path,
            @Nullable Place at) {}

    static List<Citation> of(ReadPlan plan, List<Said> words, @Nullable DocumentText text) {
        var all = new ArrayList<Citation>();
        for (int i = 0; i < plan.legalBases().size(); i++) {
            var basis = plan.legalBases().get(i);
            if (basis.number() != null) {
                all.add(new Citation(
                        basis.number(),
                        basis.issuedOn(),
                        basis.issuer(),
                        basis.title(),
                        "legalBases/" + i,
                        basis.at()));
            }
        }
        for (Said said : words) {
            if (!mayNumber(said.text())) {
                continue;
            }
            var numbers = new Occurrences(
                    NUMBER, said.text(), at -> Character.isDigit(said.text().charAt(at)));
            while (numbers.find()) {
                all.add(citation(said, numbers.match().start(), numbers.match().end(), text));
            }
        }
        return List.copyOf(all);
    }

    /** Whether a digit stands before a stroke or a dash, as it does in every number of a document. */
    private static boolean mayNumber(String text) {
        for (int i = 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            if ((sign == '/' || sign == '-') && Character.isDigit(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static Citation citation(Said said, int from, int to, @Nullable DocumentText text) {
        Matcher next = NUMBER.matcher(said.text());
        int end = clauseEnd(said.text(), to);
        String clause = said.text().substring(to, next.find(to) ? Math.min(end, next.start()) : end);
        var date = VietnameseDates.find(clause).stream()
                .filter(found -> found.start() <= DATE_NEAR)
                .findFirst();
        String rest = clause.substring(date.map(VietnameseDates.Found::end).orElse(0));
        Matcher issuer = ISSUER.matcher(rest);
        boolean named = issuer.find();
        return new Citation(
                said.text().substring(from, to),
                date.map(VietnameseDates.Found::date).orElse(null),
                named ? issuer.group("name").strip() : null,
                (named ? rest.substring(issuer.end()) : rest).strip(),
                said.path(),
                said.hit(from, to, text).at());
    }

    /** Whether the position lies in what a citation says of the document it names. */
    static boolean isCited(String text, int position) {
        Matcher match = NUMBER.matcher(text);
        while (mayNumber(text) && match.find() && match.start() <= position) {
            if (clauseEnd(text, match.end()) > position) {
                return true;
            }
        }
        return false;
    }

    /**
     * The entry of the register that the citation means. Numbers without a year come again every year, so there the date
     * or the title has to agree.
     */
    static Optional<LegalDocument> entry(Citation citation, Knowledge knowledge) {
        String key = key(citation.number());
        return knowledge.documents().stream()
                .filter(entry ->
                        beginsAs(entry.number(), key) && key(entry.number()).equals(key))
                .filter(entry -> YEAR_IN_NUMBER.matcher(entry.number()).find()
                        || isDated(citation, entry.issuedOn())
                        || isEntitled(citation, entry.title()))
                .findFirst();
    }

    /** Whether a number may have the key at all: most differ in their first digit. */
    private static boolean beginsAs(String number, String key) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return key.isEmpty() || (zeros < number.length() && number.charAt(zeros) == key.charAt(0));
    }

    /** The number as written, or without the zeros and blanks in which spellings differ. */
    static String key(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        String counted = number.substring(zeros);
        boolean plain = counted.chars().noneMatch(Character::isWhitespace);
        return (plain ? counted : BLANK.matcher(counted).replaceAll("")).toUpperCase(Locale.ROOT);
    }

    static Optional<Integer> yearIn(String number) {
        Matcher year = YEAR_IN_NUMBER.matcher(number);
        return year.find() ? Optional.of(Integer.valueOf(year.group("year"))) : Optional.empty();
    }

    private static boolean isDated(Citation citation, @Nullable LocalDate issued) {
        return issued != null
                && citation.date() != null
                && citation.date().isComplete()
                && citation.date().latest().filter(issued::equals).isPresent();
    }

    private static boolean isEntitled(Citation citation, String title) {
        if (citation.title() == null) {
            return false;
        }
        var wanted = List.of(Names.normalise(title).split(" ", -1));
        var given = List.of(Names.normalise(citation.title()).split(" ", -1));
        long found = wanted.stream().filter(given::contains).count();
        return found >= SAME * wanted.size();
    }

    private static int clauseEnd(String text, int from) {
        Matcher end = CLAUSE_END.matcher(text);
        return end.find(from) ? end.start() : text.length();
    }
}
