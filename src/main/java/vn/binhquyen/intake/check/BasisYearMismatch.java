package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan.LegalBasis;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Can a basis's own date and the year in its number or title both be right? What is planned for one year is issued in it
 * or in the year before; what is planned for several is not issued after they are over.
 */
final class BasisYearMismatch implements Rule {

    private static final Set<DocumentType> PLANS =
            EnumSet.of(DocumentType.KE_HOACH, DocumentType.CHUONG_TRINH, DocumentType.HUONG_DAN);
    private static final Pattern ONE_YEAR =
            Pattern.compile("(?<!đến |từ |định hướng |tầm nhìn |trước |hết |sau )(?<!\\p{L})năm"
                    + " (?<year>\\d{4})(?!\\s*(?:[-–]|đến|và|,)\\s*(?:năm )?\\d{4})");
    private static final Pattern SPAN = Pattern.compile("(?<!\\d)(?<from>\\d{4})\\s*[-–—]\\s*(?<to>\\d{4})(?!\\d)");

    @Override
    public String id() {
        return "basis-year-mismatch";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var bases = hand.plan().legalBases();
        return IntStream.range(0, bases.size())
                .boxed()
                .flatMap(i -> doubt(bases.get(i), "legalBases/" + i))
                .toList();
    }

    private static Stream<Doubt> doubt(LegalBasis basis, String path) {
        PartialDate date = basis.issuedOn();
        Optional<Integer> year =
                Optional.ofNullable(date).flatMap(PartialDate::latest).map(LocalDate::getYear);
        String number = basis.number();
        if (date == null || number == null || year.isEmpty()) {
            return Stream.empty();
        }
        Optional<Integer> inNumber = Citations.yearIn(number);
        if (inNumber.isPresent() && !inNumber.get().equals(year.get())) {
            return Stream.of(new Doubt("number", path, basis.at(), number, DateOrder.say(date)));
        }
        return inTitle(basis, year.get())
                .map(said -> new Doubt("", path, basis.at(), number, DateOrder.say(date), said))
                .stream();
    }

    /** The words of the title with which the year of issue can't be reconciled. */
    private static Optional<String> inTitle(LegalBasis basis, int issued) {
        if (basis.title() == null || !PLANS.contains(basis.type())) {
            return Optional.empty();
        }
        String title = VietnameseText.lower(basis.title());
        Matcher span = SPAN.matcher(title);
        if (span.find()) {
            boolean over = Integer.parseInt(span.group("to")) < issued;
            return over ? Optional.of(span.group()) : Optional.empty();
        }
        Matcher one = ONE_YEAR.matcher(title);
        String said = null;
        int year = 0;
        while (one.find()) {
            said = one.group();
            year = Integer.parseInt(one.group("year"));
        }
        return said != null && (issued > year || issued < year - 1) ? Optional.of(said) : Optional.empty();
    }
}
