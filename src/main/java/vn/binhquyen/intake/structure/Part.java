package vn.binhquyen.intake.structure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a part of a plan is about, told from its heading. */
public enum Part {
    BASES("can cu|co so phap ly|co so xay dung", "can cu|co so phap ly"),
    PURPOSES("muc dich|yeu cau|quan diem", "muc dich|yeu cau"),
    OBJECTIVES("muc tieu|chi tieu|chi so|ket qua (?:can dat|mong doi|du kien)", "muc tieu|(?:cac |mot so )?chi tieu"),
    ORGANISATION(
            "to chuc thuc hien|to chuc trien khai|phan cong|trach nhiem|nhiem vu cua (?:cac )?(?:co quan|don"
                    + " vi|so|phong)|trien khai thuc hien$",
            "to chuc thuc hien|phan cong|trach nhiem (?:cua )?(?:cac )?(?:co quan|don vi|so|phong|to chuc)"),
    REPORTING(
            "(?:che do|thong tin,?|dinh ky) (?:thong tin,? )?(?:va )?bao cao|bao cao$|^bao cao|so ket, tong ket",
            "(?:ve )?(?:thuc hien )?che do (?:thong tin,? )?(?:va )?bao cao|(?:cong tac )?(?:thong tin,? )?bao cao"),
    BUDGET("kinh phi|nguon luc (?:tai chinh|thuc hien)", "(?:ve |nguon )?kinh phi"),
    TASKS("nhiem vu|giai phap|noi dung|hoat dong|bien phap|cong viec", "(?:cac )?(?:nhiem vu|giai phap|noi dung)"),
    OTHER("(?!)", "(?!)");

    private static final int LONGEST_SUBHEADING = 14;

    /** A heading of targets alone, which may stand under one that only says "content". */
    private static final Pattern TARGETS = Pattern.compile(
            "(?:cac |mot so )?(?:muc tieu|(?:muc tieu,? (?:va )?)?chi tieu)(?: cu the| chu yeu| phan dau| co ban)*(?:"
                    + " (?:den |trong |het )?(?:cuoi )?nam.*| giai doan.*)?");

    private final Pattern anywhere;
    private final Pattern atStart;

    Part(String anywhere, String atStart) {
        this.anywhere = Pattern.compile(anywhere);
        this.atStart = Pattern.compile(atStart);
    }

    private record Hit(Part part, int at) {}

    /** The part that a main heading announces first. */
    static Part ofHeading(String foldedTitle) {
        return Stream.of(values())
                .flatMap(part -> {
                    Matcher match = part.anywhere.matcher(foldedTitle);
                    return match.find() ? Stream.of(new Hit(part, match.start())) : Stream.empty();
                })
                .min(Comparator.comparingInt(Hit::at))
                .map(Hit::part)
                .orElse(OTHER);
    }

    /** Whether the words begin as the heading of a part does. */
    static boolean beginsWith(String folded) {
        return Stream.of(values()).anyMatch(part -> part.atStart.matcher(folded).lookingAt());
    }

    /** The part to which a heading inside another part turns, or nothing where it stays. */
    static Optional<Part> ofSubheading(String foldedTitle, Part around) {
        if (foldedTitle.split(" ", -1).length > LONGEST_SUBHEADING) {
            return Optional.empty();
        }
        List<Part> possible = switch (around) {
            case BASES, OTHER -> List.of(values());
            case PURPOSES, OBJECTIVES -> List.of(PURPOSES, OBJECTIVES, TASKS, ORGANISATION, BUDGET, REPORTING);
            case TASKS ->
                TARGETS.matcher(foldedTitle).matches() ? List.of(OBJECTIVES) : List.of(ORGANISATION, BUDGET, REPORTING);
            case BUDGET -> List.of(ORGANISATION, REPORTING);
            case ORGANISATION -> List.of(BUDGET, REPORTING);
            case REPORTING -> List.of(ORGANISATION);
        };
        return possible.stream()
                .filter(part ->
                        part != around && part.atStart.matcher(foldedTitle).lookingAt())
                .findFirst();
    }
}
