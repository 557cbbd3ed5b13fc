package vn.binhquyen.intake.check;

import java.util.List;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.kernel.VietnameseText;

/** Is an annex cited that the document doesn't hold? The annexes of other documents are not asked for. */
final class MissingAnnex implements Rule {

    private static final Pattern CITED = Pattern.compile(
            "(?<!\\p{L})(?:(?:tại|theo|trong|ở)\\s+(?:các\\s+)?(?:phụ lục|biểu mẫu|biểu)(?!\\s+(?:của|ban hành|thông"
                    + " tư|nghị|quyết))[^,;.]{0,25}|(?:phụ lục|biểu mẫu|mẫu biểu|danh mục|bảng phân"
                    + " công)[^,;.]{0,30}?(?:kèm theo|đính kèm)|kèm theo(?: kế hoạch này)?(?: là| các)? (?:phụ lục|biểu"
                    + " mẫu|danh mục|bảng))");
    private static final Pattern OF_ANOTHER =
            Pattern.compile("(?:kèm theo|của|tại|theo)\\s+(?:nghị|thông tư|quyết định|luật|hướng dẫn|công văn)");
    private static final Pattern HEADING =
            Pattern.compile("^[\\s*#_(\\[]*(?:phụ lục|biểu mẫu|mẫu biểu|mẫu số|biểu số|biểu|danh mục|bảng phân"
                    + " công)(?:\\s|$|[\\divx.:])");

    @Override
    public String id() {
        return "missing-annex";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        DocumentText text = hand.text();
        if (text == null || text.lines().stream().anyMatch(MissingAnnex::isHeading)) {
            return List.of();
        }
        return Said.find(hand, CITED, List.of("phụ lục", "biểu", "danh mục", "bảng")).stream()
                .filter(hit -> !isOfAnother(hit))
                .limit(1)
                .map(hit -> new Doubt(
                        "", hit.subject("annex"), hit.at(), hit.words().strip()))
                .toList();
    }

    private static boolean isOfAnother(Said.Hit hit) {
        String after = hit.said().lower().substring(hit.from());
        return OF_ANOTHER
                .matcher(after.substring(0, Math.min(after.length(), 90)))
                .find();
    }

    private static boolean isHeading(DocumentText.Line line) {
        return line.text().length() < 120
                && HEADING.matcher(VietnameseText.lower(line.text())).find();
    }
}
