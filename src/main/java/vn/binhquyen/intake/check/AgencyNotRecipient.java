package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Recipient;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Is there an agency with tasks that doesn't get the plan, or one that gets it "to carry out" and has no task? Collective
 * recipients stand for their members, and who drafted it keeps the copy.
 */
final class AgencyNotRecipient implements Rule {

    private static final double SAME = 0.8;
    private static final Pattern EVERYBODY =
            Pattern.compile("các (?:cơ quan|đơn vị)|cơ quan đơn vị|như (?:mục|phần|điều|trên)");
    private static final Pattern OFFICES = Pattern.compile("các (?:phòng|ban|sở|ngành|bộ)");
    private static final Pattern UNIONS =
            Pattern.compile("tổ chức chính trị|đoàn thể|tổ chức thành viên|các (?:hội|tổ chức)");
    private static final Pattern IS_UNION = Pattern.compile(
            "^(?:hội |đoàn |liên đoàn|công đoàn|ủy ban mặt trận|mặt trận|ban thường trực|các tổ chức|tổ chức)");
    private static final Pattern BELOW = Pattern.compile(
            "^(?:ủy ban nhân dân )?(?:các )?(?<kind>thôn|bản|tổ dân phố|khu phố|ấp|trường|xã|phường|thị trấn|huyện|thị"
                    + " xã|doanh nghiệp|báo|đài)(?!\\p{L})");
    private static final Pattern TO_CARRY_OUT = Pattern.compile("(?i)t\\s*/\\s*h|thực hiện");

    /** A name in the form in which spellings meet. @param plain that form of it once more, in which names are compared */
    private record Name(String text, String plain) {
        static Name of(String text) {
            return new Name(text, Names.normalise(text));
        }
    }

    /** A recipient as written, in the form in which spellings meet, and its parts where it names several. */
    private record Told(
            String written, Name whole, List<Name> parts, boolean everybody, boolean unions, boolean offices) {
        static Told of(Recipient recipient) {
            List<Name> parts = List.of(recipient.name().split("[,;]|\\s+và\\s+")).stream()
                    .map(part -> Name.of(Names.normalise(part)))
                    .toList();
            String whole = Names.normalise(recipient.name());
            return new Told(
                    recipient.name(),
                    Name.of(whole),
                    parts,
                    EVERYBODY.matcher(whole).find(),
                    UNIONS.matcher(whole).find(),
                    OFFICES.matcher(whole).find());
        }
    }

    /** An agency with tasks. @param below its kind where it is one of several below the issuer */
    private record Wanted(Name name, @Nullable String below, boolean union) {
        static Wanted of(Assignment given) {
            String name = Names.normalise(given.agency()).replaceFirst("^đề nghị ", "");
            Matcher below = BELOW.matcher(name);
            return new Wanted(
                    Name.of(name),
                    below.find() ? below.group("kind") : null,
                    IS_UNION.matcher(name).find());
        }
    }

    @Override
    public String id() {
        return "agency-not-recipient";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        if (plan.recipients().isEmpty() || plan.assignments().isEmpty()) {
            return doubts;
        }
        List<Told> told = plan.recipients().stream().map(Told::of).toList();
        List<Wanted> wanted = plan.assignments().stream().map(Wanted::of).toList();
        var left = new ArrayList<Integer>();
        for (int a = 0; a < wanted.size(); a++) {
            Wanted agency = wanted.get(a);
            if (told.stream().noneMatch(recipient -> reaches(recipient, agency))) {
                left.add(a);
            }
        }
        if (!left.isEmpty()) {
            Assignment first = plan.assignments().get(left.getFirst());
            String names =
                    left.stream().map(a -> plan.assignments().get(a).agency()).collect(Collectors.joining("; "));
            doubts.add(new Doubt("", "assignments/" + left.getFirst(), first.at(), left.size(), names));
        }
        for (int r = 0; r < told.size(); r++) {
            Recipient recipient = plan.recipients().get(r);
            Told one = told.get(r);
            if (recipient.purpose() != null
                    && TO_CARRY_OUT.matcher(recipient.purpose()).find()
                    && wanted.stream().noneMatch(agency -> reaches(one, agency))) {
                doubts.add(new Doubt("idle", "recipients/" + r, recipient.at(), recipient.name()));
            }
        }
        return doubts;
    }

    private static boolean reaches(Told recipient, Wanted wanted) {
        String whole = recipient.whole().text();
        if (whole.startsWith("lưu")) {
            return keepsCopy(recipient.written(), wanted.name().text());
        }
        String below = wanted.below();
        if (recipient.everybody() || (below == null && (wanted.union() ? recipient.unions() : recipient.offices()))) {
            return true;
        }
        boolean sharesKind = below != null
                && whole.contains(below)
                && whole.matches(".*(?<!\\p{L})các .*(?<!\\p{L})" + below + "(?!\\p{L}).*");
        return sharesKind
                || alike(recipient.whole(), wanted.name())
                || recipient.parts().stream().anyMatch(part -> alike(part, wanted.name()));
    }

    private static boolean alike(Name one, Name other) {
        return one.text().length() > 5 && other.text().contains(one.text())
                || other.text().length() > 5 && one.text().contains(other.text())
                || Names.areAlikeNormalised(one.plain(), other.plain(), SAME);
    }

    /** "Lưu: VT, VHXH" keeps the copy of the office and of the "Phòng Văn hóa - Xã hội". */
    private static boolean keepsCopy(String kept, String agency) {
        String initials = List.of(agency.split(" ", -1)).stream()
                .skip(1)
                .filter(word -> !word.equals("và") && !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        String letters = VietnameseText.lower(kept).replaceAll("[^\\p{L}]", "");
        return agency.startsWith("văn phòng") || initials.length() > 1 && letters.contains(initials);
    }
}
