package vn.binhquyen.intake.draft;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.organization.AgencyKind;

/** Tells from the words of a name what kind of agency it is. */
public final class AgencyKinds {

    /** Kinds of which a unit has one, whatever the document calls it. */
    static final Set<AgencyKind> ONE_PER_UNIT = EnumSet.of(
            AgencyKind.PEOPLES_COMMITTEE,
            AgencyKind.POLICE,
            AgencyKind.MILITARY,
            AgencyKind.FATHERLAND_FRONT,
            AgencyKind.WOMENS_UNION,
            AgencyKind.YOUTH_UNION,
            AgencyKind.TRADE_UNION,
            AgencyKind.FARMERS_UNION,
            AgencyKind.VETERANS);

    private static final Map<Pattern, AgencyKind> WORDS = words();

    private AgencyKinds() {}

    public static AgencyKind of(String name) {
        String normal = Names.normalise(name);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(normal).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(AgencyKind.OTHER);
    }

    private static Map<Pattern, AgencyKind> words() {
        var words = new LinkedHashMap<String, AgencyKind>();
        words.put("mặt trận tổ quốc", AgencyKind.FATHERLAND_FRONT);
        words.put("phụ nữ", AgencyKind.WOMENS_UNION);
        words.put("đoàn thanh niên|thành đoàn|tỉnh đoàn|đoàn xã", AgencyKind.YOUTH_UNION);
        words.put("nông dân", AgencyKind.FARMERS_UNION);
        words.put("cựu chiến binh", AgencyKind.VETERANS);
        words.put("công đoàn|liên đoàn lao động", AgencyKind.TRADE_UNION);
        words.put(
                "^(?:đảng ủy|ban tổ chức|ban tuyên giáo|ban xây dựng đảng|ủy ban kiểm tra|ban dân vận)",
                AgencyKind.PARTY);
        words.put("^(?:ủy ban nhân dân)", AgencyKind.PEOPLES_COMMITTEE);
        words.put("công an", AgencyKind.POLICE);
        words.put("quân sự|bộ đội|biên phòng", AgencyKind.MILITARY);
        words.put("trạm y tế|bệnh viện|trung tâm y tế", AgencyKind.HEALTH);
        words.put("^(?:trường|cơ sở giáo dục)", AgencyKind.SCHOOL);
        words.put("^(?:đài|báo|cơ quan báo)|truyền thanh|phát thanh", AgencyKind.MEDIA);
        words.put("ngân hàng", AgencyKind.BANK);
        words.put("thống kê", AgencyKind.STATISTICS);
        words.put("^(?:thôn|bản|ấp|tổ dân phố|khu phố|buôn|làng) ", AgencyKind.VILLAGE);
        words.put("^(?:văn phòng)", AgencyKind.OFFICE);
        words.put("^(?:sở|phòng|ban|thanh tra|bộ|chi cục) ", AgencyKind.DEPARTMENT);
        words.put("^(?:trung tâm|viện|ban quản lý|quỹ)", AgencyKind.PUBLIC_SERVICE);
        var patterns = new LinkedHashMap<Pattern, AgencyKind>();
        words.forEach((pattern, kind) -> patterns.put(Pattern.compile(pattern), kind));
        return patterns;
    }
}
