package vn.binhquyen.intake.draft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;

/** Collective and paired names: whom "Các thôn" or "UBND các xã, phường" stands for, and where one name is really two. */
public final class GroupNames {

    private static final Set<AgencyKind> UNIONS = EnumSet.of(
            AgencyKind.FATHERLAND_FRONT,
            AgencyKind.WOMENS_UNION,
            AgencyKind.YOUTH_UNION,
            AgencyKind.TRADE_UNION,
            AgencyKind.FARMERS_UNION,
            AgencyKind.VETERANS);
    private static final Set<AgencyKind> OFFICES = EnumSet.complementOf(EnumSet.of(
            AgencyKind.FATHERLAND_FRONT,
            AgencyKind.WOMENS_UNION,
            AgencyKind.YOUTH_UNION,
            AgencyKind.TRADE_UNION,
            AgencyKind.FARMERS_UNION,
            AgencyKind.VETERANS,
            AgencyKind.VILLAGE,
            AgencyKind.PEOPLES_COMMITTEE,
            AgencyKind.PARTY,
            AgencyKind.SCHOOL,
            AgencyKind.OTHER));
    private static final Map<Pattern, Set<AgencyKind>> KINDS = kinds();
    private static final Pattern UNITS_BELOW = Pattern.compile(
            "(?:ủy ban nhân dân|hội đồng nhân dân|chính quyền)? ?các (?:xã|phường|đặc khu|huyện|thị trấn|địa phương)");
    /** One office serves council and committee: "Văn phòng HĐND và UBND xã", "Văn phòng Đoàn ĐBQH và HĐND tỉnh". */
    private static final Pattern SHARED_OFFICE =
            Pattern.compile("văn phòng (?:đoàn đại biểu quốc hội|đoàn đbqh|hội đồng nhân dân|ủy ban nhân dân).*");

    private static final Pattern COUNCIL_OR_COMMITTEE = Pattern.compile("(?:hội đồng nhân dân|ủy ban nhân dân).*");
    private static final Pattern JOINT = Pattern.compile("\\s*[;,]\\s*|\\s+(?:và|cùng)\\s+");

    private GroupNames() {}

    public static boolean isCollective(String name) {
        return AgencyWords.isCollective(name)
                || UNITS_BELOW.matcher(Names.normalise(name)).lookingAt();
    }

    /** The agencies that a collective name stands for, in the order of the known ones; empty where it says nothing known. */
    public static List<AgencyId> members(String name, KnownAgencies known) {
        String normal = Names.normalise(name);
        Set<AgencyId> members = new LinkedHashSet<>();
        Set<AgencyKind> kinds = EnumSet.noneOf(AgencyKind.class);
        KINDS.forEach((pattern, meant) -> {
            if (pattern.matcher(normal).find()) {
                kinds.addAll(meant);
            }
        });
        known.own().stream()
                .filter(agency -> kinds.contains(agency.kind()))
                .map(Agency::id)
                .forEach(members::add);
        if (UNITS_BELOW.matcher(normal).find()) {
            known.below().stream().map(Agency::id).forEach(members::add);
        }
        return List.copyOf(members);
    }

    /** "Trạm Y tế và Công an xã" as two names; a name that merely holds an "and" stays whole. */
    public static List<String> split(String name) {
        String whole = VietnameseText.squeeze(name);
        if (isCollective(whole) && Names.normalise(whole).startsWith("các ")) {
            return List.of(whole);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        var joint = JOINT.matcher(whole);
        while (joint.find()) {
            if (AgencyWords.beginAgency(capitalised(whole.substring(joint.end())))
                    && beginsOnItsOwn(whole.substring(joint.end()))
                    && !isOneOffice(whole.substring(from, joint.start()), whole.substring(joint.end()))) {
                parts.add(whole.substring(from, joint.start()));
                from = joint.end();
            }
        }
        parts.add(capitalised(whole.substring(from)));
        return parts.stream().allMatch(part -> part.length() > 3) ? List.copyOf(parts) : List.of(whole);
    }

    private static boolean isOneOffice(String before, String after) {
        return SHARED_OFFICE.matcher(Names.normalise(before)).matches()
                && COUNCIL_OR_COMMITTEE.matcher(Names.normalise(after)).matches();
    }

    /** A new name begins with a capital ("và Công an xã") or as a collective ("và các thôn"). */
    private static boolean beginsOnItsOwn(String words) {
        return Character.isUpperCase(words.charAt(0)) || words.startsWith("các ");
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<Pattern, Set<AgencyKind>> kinds() {
        var kinds = new LinkedHashMap<Pattern, Set<AgencyKind>>();
        kinds.put(Pattern.compile("thôn|bản(?! tin)|ấp |tổ dân phố|khu phố|buôn|làng"), EnumSet.of(AgencyKind.VILLAGE));
        kinds.put(Pattern.compile("trường|cơ sở giáo dục|nhà trường"), EnumSet.of(AgencyKind.SCHOOL));
        kinds.put(Pattern.compile("cơ quan|đơn vị|phòng|ban ngành|sở|ngành"), OFFICES);
        kinds.put(Pattern.compile("đoàn thể|tổ chức chính trị|tổ chức xã hội|hội "), UNIONS);
        return kinds;
    }
}
