package vn.binhquyen.intake.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.VietnameseText;

/**
 * What a column of a table holds, told from its heading.
 *
 * @param year that the heading names, or null
 */
public record Column(Role role, @Nullable Integer year) {

    /** The roles that matter for plans. */
    public enum Role {
        NUMBER,
        SUBJECT,
        FOLLOWED,
        UNIT,
        BASELINE,
        TARGET,
        LEAD,
        PARTNER,
        TIME,
        OTHER
    }

    private static final Pattern NUMBER = Pattern.compile("^(?:stt|s\\.?t\\.?t\\.?|tt|so tt|so thu tu|muc)$");
    private static final Pattern UNIT = Pattern.compile("^(?:don vi tinh|dv ?t|dv tinh|don vi do|don vi)$");
    private static final Pattern LEAD =
            Pattern.compile("chu tri|(?:don vi|co quan|to chuc|nguoi|bo phan)(?:, don vi|, co quan|, ca nhan)? (?:thuc"
                + " hien|phu trach|chiu trach nhiem|theo doi|dau moi|duoc giao)|^phan cong|trach nhiem|^phu trach|theo"
                + " doi|^(?:ten )?(?:co quan|cac co quan|phong, ban|don vi, |so, ban)(?:,? ?(?:don vi|co quan|to"
                + " chuc|dia phuong|ca nhan|nganh|doan the))*$");
    private static final Pattern PARTNER = Pattern.compile("phoi hop");
    private static final Pattern TIME =
            Pattern.compile("thoi gian|thoi han|tien do|thoi diem|ngay thang|hoan thanh|lo trinh(?! chi tieu)");
    private static final Pattern SUBJECT = Pattern.compile(
            "chi tieu|noi dung|nhiem vu|cong viec|hoat dong|muc tieu|ten chi tieu|dau viec|linh vuc|giai phap|viec");
    private static final Pattern FOLLOWED = Pattern.compile(
            "^(?:cac )?(?:chi tieu|muc tieu)(?:, (?:chi tieu|muc tieu))? (?:duoc )?(?:phu trach|theo doi|dam nhiem|chiu"
                    + " trach nhiem)");
    private static final Pattern BASELINE =
            Pattern.compile("thuc hien|hien trang|hien co|ket qua|thuc te|^th |uoc|uth|so voi|nam goc|dau ky");
    private static final Pattern TARGET =
            Pattern.compile("ke hoach|muc tieu|chi tieu|phan dau|^kh |den (?:het )?nam|" + "giao|can dat|gia tri");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
    private static final Pattern ONLY_YEAR = Pattern.compile("^\\W*(?:den )?(?:het )?(?:nam )?20\\d\\d\\W*$");

    static Column of(String heading) {
        String folded = VietnameseText.squeeze(VietnameseText.fold(heading));
        Matcher named = YEAR.matcher(folded);
        Integer year = null;
        while (named.find()) {
            year = Integer.valueOf(named.group(1));
        }
        return new Column(role(folded, year), year);
    }

    private static Role role(String folded, @Nullable Integer year) {
        if (NUMBER.matcher(folded).matches()) {
            return Role.NUMBER;
        }
        if (UNIT.matcher(folded).matches()) {
            return Role.UNIT;
        }
        if (year != null) {
            boolean past =
                    BASELINE.matcher(folded).find() && !TARGET.matcher(folded).find();
            boolean aimed = ONLY_YEAR.matcher(folded).matches()
                    || TARGET.matcher(folded).find();
            return past ? Role.BASELINE : aimed ? Role.TARGET : subjectOrOther(folded);
        }
        if (PARTNER.matcher(folded).find() && !folded.contains("chu tri")) {
            return Role.PARTNER;
        }
        if (FOLLOWED.matcher(folded).find()) {
            return Role.FOLLOWED;
        }
        if (LEAD.matcher(folded).find()) {
            return Role.LEAD;
        }
        if (TIME.matcher(folded).find()) {
            return Role.TIME;
        }
        return subjectOrOther(folded);
    }

    private static Role subjectOrOther(String folded) {
        return SUBJECT.matcher(folded).find() ? Role.SUBJECT : Role.OTHER;
    }
}
