package vn.binhquyen.intake.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.VietnameseText;

/** What a paragraph of the part on objectives is: a numbered objective, a field, a container, a lead-in or an indicator. */
final class AimHeadings {

    private static final Pattern LEADING_MARKS = Pattern.compile("^[\\s:.–-]+");
    private static final Pattern GENERAL = Pattern.compile("^muc tieu (?:chung|tong quat)");
    private static final Pattern OBJECTIVE =
            Pattern.compile("^(?:\\W*)muc tieu (?:so )?(?<no>\\d{1,2})(?!\\d)(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern CONTAINER = Pattern.compile(
            "^(?:cac |mot so )?(?:muc tieu|chi tieu)(?: cu the| chu yeu)*(?:,? (?:va )?(?:chi tieu|muc tieu|lo"
                + " trinh(?: thuc hien)?))?(?: cu the| chu yeu| phan dau| co ban)*(?: den .*nam.*| nam.*| trong nam.*|"
                + " giai doan.*| (?:tung|hang|theo) nam.*)?$");
    private static final Pattern FIELD =
            Pattern.compile("^(?:ve |trong )?(?:linh vuc|doi song)|^(?:ve|trong) |^nhom (?:chi tieu|muc tieu)?");
    private static final Pattern FIELD_TOLD =
            Pattern.compile("(?:ve|trong|nhom|(?:cac )?linh vuc) (?!nam |thoi gian|giai doan|so |tong |do\\W)");
    private static final Pattern INDICATOR = Pattern.compile(
            "^(?:\\W*)chi tieu(?: so)?\\s*(?<no>\\d{1,2}(?:\\.\\d{1,2})*)?\\s*(?<mark>[:.]|(?=\\())\\s*");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:cac |chi tiet )*(?:muc tieu|chi tieu)[^.;]{0,60} (?:tai|theo|o|trong) (?:phu luc|bieu|bang)");

    private AimHeadings() {}

    static boolean isGeneral(Node node) {
        return GENERAL.matcher(node.foldedTitle()).find();
    }

    static boolean isContainer(Node node) {
        return CONTAINER.matcher(node.foldedTitle()).matches()
                && (!node.children().isEmpty() || !node.hasInline());
    }

    /** "Mục tiêu 3: …" with its number and the rest. */
    static Matcher named(String words) {
        return OBJECTIVE.matcher(VietnameseText.fold(words));
    }

    static Matcher indicator(String words) {
        return INDICATOR.matcher(VietnameseText.fold(words));
    }

    /** Where the words of an indicator begin behind "Chỉ tiêu 2:". */
    static int afterName(String body) {
        Matcher named = indicator(body);
        return named.lookingAt() ? named.end() : 0;
    }

    /** Whether a part says what is aimed at in figures or numbers its aims; another only describes them. */
    static boolean holdsTargets(Node part) {
        return part.all().anyMatch(node -> {
            Table table = node.block().table();
            return table != null
                    ? table.holdsTargets()
                    : isIndicator(node) || setsTarget(node) || numbered(node).matches();
        });
    }

    static Matcher numbered(Node node) {
        return named(node.block().body());
    }

    static boolean setsTarget(Node node) {
        return !node.block().body().strip().endsWith(":")
                && !TargetLanguage.read(node.block().body()).isEmpty();
    }

    /** Words that only lead in to what follows, or an aim beside a list of indicators. */
    static boolean isLead(Node parent, Node child, String title) {
        boolean aimBesideIndicators = title.equals("muc tieu")
                && parent.children().stream()
                        .anyMatch(other -> other.foldedTitle().matches("(?:cac )?chi tieu.*"));
        boolean leadIn = child.children().isEmpty()
                && child.label().kind() == Label.Kind.NONE
                && child.block().body().strip().endsWith(":");
        boolean refers = child.children().isEmpty() && ELSEWHERE.matcher(title).find();
        return aimBesideIndicators || leadIn || refers;
    }

    static boolean isIndicator(Node node) {
        String body = VietnameseText.fold(node.block().body());
        Matcher match = INDICATOR.matcher(body);
        boolean leads = body.strip().endsWith(":")
                && node.children().stream().anyMatch(child -> child.label().isPresent());
        return match.lookingAt() && match.end() < body.strip().length() && !leads;
    }

    static boolean isField(Node node, String title) {
        boolean holdsItems = node.children().stream()
                .anyMatch(child -> child.label().isPresent() || isIndicator(child) || setsTarget(child));
        return holdsItems
                && node.isHeadingLike()
                && (FIELD.matcher(title).find()
                        || node.block().isBold()
                        || node.block().isHeading()
                        || node.label().kind() == Label.Kind.DECIMAL
                        || node.label().kind() == Label.Kind.LETTER)
                && TargetLanguage.read(node.block().body()).isEmpty();
    }

    /** "2.1. Lĩnh vực y tế: trên 95 % …": a field with its targets in the same paragraph. */
    static boolean isFieldInOneLine(Node node, String title) {
        Label.Kind kind = node.label().kind();
        return (kind == Label.Kind.DECIMAL || kind == Label.Kind.LETTER)
                && node.hasInline()
                && FIELD_TOLD.matcher(title).lookingAt()
                && TargetLanguage.read(node.title()).isEmpty()
                && !TargetLanguage.read(node.inline().text()).isEmpty();
    }

    static String tidyTitle(String words) {
        String begun = LEADING_MARKS.matcher(words.strip()).replaceFirst("");
        return VietnameseText.squeeze(VietnameseText.withoutEnd(begun, ":.;"));
    }
}
