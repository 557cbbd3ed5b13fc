package vn.binhquyen.intake.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.kernel.VietnameseText;

/** The year by which headings and leading words want what stands under them. */
final class AimYears {

    private static final Pattern YEAR_HEAD = Pattern.compile(
            "^(?:phan dau )?(?:(?:den |trong |cac chi tieu (?:den )?)?(?:het )?nam|(?:cac chi tieu |trong )?giai doan"
                    + " (?:tu )?(?:nam )?20\\d\\d\\s*(?:-|den)\\s*(?:nam)?)\\s*(?<year>20\\d\\d)\\W*$");
    private static final Pattern OUTLOOK = Pattern.compile("(?:dinh huong|tam nhin)[^,;]*");
    private static final Pattern YEAR_NAMED =
            Pattern.compile("(?<!giai doan )(?<!tu )nam (?<year>20\\d\\d)(?!\\s*-|\\s*den|\\d)(?! va )");

    private AimYears() {}

    /** The year of a heading that names nothing but a time: "Đến năm 2030", "Giai đoạn 2026 - 2030". */
    static @Nullable Integer ofHead(String foldedTitle) {
        Matcher head = YEAR_HEAD.matcher(foldedTitle);
        return head.matches() ? Integer.valueOf(head.group("year")) : null;
    }

    /** The one year by which a heading wants what stands under it. */
    static @Nullable Integer of(String foldedTitle) {
        String now = OUTLOOK.matcher(foldedTitle).replaceAll("");
        var years = YEAR_NAMED.matcher(now).results().toList();
        boolean one = years.size() == 1 && !now.contains("giai doan");
        return one ? Integer.valueOf(years.getFirst().group("year")) : null;
    }

    static @Nullable Integer later(@Nullable Integer year, @Nullable Integer nearer) {
        return nearer == null ? year : nearer;
    }

    /** The year of words that lead in to a list: "Phấn đấu đến cuối năm 2025:". */
    static @Nullable Integer ofLeadIn(Node node) {
        String words = node.block().body().strip();
        return words.endsWith(":") ? of(VietnameseText.fold(words)) : null;
    }
}
