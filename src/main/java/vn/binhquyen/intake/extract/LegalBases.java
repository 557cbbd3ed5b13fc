package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.ReadPlan.Issuer;
import vn.binhquyen.intake.ReadPlan.LegalBasis;
import vn.binhquyen.intake.extract.UnitNames.Unit;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseText;

/** The documents that the preamble names as bases; those that it mentions inside the title of another are none. */
final class LegalBases {

    /** The number of a document: 48/2009/NĐ-CP, 28/NQ-CP, 21-CT/TW. */
    static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d/.,])(?<digits>\\d{1,5}[a-z]?)\\s?(?<rest>(?:/\\d{4})?(?:/|-)\\s?[A-ZĐ][\\p{L}\\d&]*(?:\\s?[-/]\\s?[\\p{L}\\d&]+|\\.[\\p{L}\\d&]+)*)");

    private static final Pattern TYPE = Pattern.compile(
            "(?<![\\p{L}])(?:Hiến pháp|Bộ [Ll]uật|Luật|Pháp lệnh|[Nn]ghị định|[Nn]ghị quyết|[Tt]hông tư liên"
                    + " tịch|[Tt]hông tư|[Qq]uyết định|[Cc]hỉ thị|[Kk]ết luận|[Kk]ế hoạch|[Cc]hương trình|[Đđ]ề"
                    + " án|[Hh]ướng dẫn|[Tt]hông báo|[Bb]áo cáo|[Tt]ờ trình|[Qq]uy chế|[Cc]ông văn|[Vv]ăn bản|[Cc]ông"
                    + " điện)(?!\\p{L})");
    private static final Pattern OPENS = Pattern.compile(
            "^\\W*(?:Căn cứ|Thực hiện|Theo|Tiếp theo|Tiếp tục|Triển khai|Xét|Trên cơ sở|Phúc đáp|Tiếp nhận)(?!\\p{L})");
    private static final Pattern ISSUES = Pattern.compile("(?:ban hành|xây dựng) [Kk]ế hoạch");
    private static final int NEAR_OPENING = 90;
    private static final Pattern LAW_ALONE = Pattern.compile("(?<![\\p{L}])(?<!pháp )(?:Hiến pháp|Bộ [Ll]uật|Luật|Pháp"
        + " lệnh)\\s(?:[Ss]ửa"
        + " đổi[^;0-9]*?(?=\\s+(?:ngày|năm|số)\\s+\\d|[;.]|\\s*$)|(?<name>\\p{Lu}[^;0-9]*?)(?=\\s+(?:ngày|năm|số|được|và"
        + " Luật|và các)|[;.]|,\\s+(?:Luật|Nghị|Bộ luật|Pháp)|\\s*$))");
    private static final Pattern YEAR_ALONE =
            Pattern.compile("^\\s*,?\\s*(?:\\((?:sửa đổi[^)]*|năm) )?năm (?<year>(?:19|20)\\d\\d)(?!\\s*[-–]\\s*\\d)");
    private static final Pattern ISSUER = Pattern.compile(
            "(?<!\\p{L})(?:của|do)\\s+(?<issuer>.+?)(?=\\s+(?:về|ban hành|quy định|phê duyệt|hướng dẫn|thông qua|triển"
                + " khai|thực hiện|sửa đổi|khóa|tại|việc|V/v)(?!\\p{L})|\\s+và\\s+(?:xét|căn cứ|theo|[KQNTCL]\\p{L}+"
                + " (?:số|hoạch|định|quyết|tư|thị))|[;.(]|,(?!\\s\\p{Lu}\\p{Ll}+(?: và)?)|$)");
    private static final Pattern INSIDE_TITLE =
            Pattern.compile("(?:thực hiện|triển khai|thi hành|theo|hướng dẫn|của|trong|tại|sửa đổi, bổ"
                    + " sung|là)\\s+(?:\\p{L}+\\s){0,6}$");

    /** "… trong tổ chức Công đoàn và" before a number: the place where something holds governs no second document. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?<!\\p{L})(?:trong|tại)\\s+(?!(?:các|những|một)?\\s*(?:Luật|Nghị|Quyết|Kế|Chỉ|Thông))(?:\\p{L}+\\s){1,6}và\\s$");

    private static final Pattern PROPOSER = Pattern.compile(
            "đề nghị của\\s+(?:đồng chí\\s+)?(?:Giám đốc|Trưởng phòng|Trưởng ban|Chánh Văn phòng|Chánh văn phòng|Thủ"
                    + " trưởng|Chủ tịch)?\\s*(?<name>\\p{Lu}.+?)(?=\\s+tại\\s)");

    private final @Nullable Issuer self;

    private LegalBases(@Nullable Issuer self) {
        this.self = self;
    }

    private record Citation(
            DocumentType type,
            @Nullable String number,
            int from,
            int to,
            @Nullable String lawName) {}

    static List<LegalBasis> of(List<Block> preamble, @Nullable Issuer self) {
        var reader = new LegalBases(self);
        var bases = new ArrayList<LegalBasis>();
        var seen = new HashSet<String>();
        boolean opened = preamble.stream().anyMatch(LegalBases::opensBasis);
        for (Block block : preamble) {
            boolean named = opensBasis(block) || isListed(block);
            boolean mentions = !opened || ISSUES.matcher(block.text()).find();
            reader.read(block).stream()
                    .filter(basis -> named || (mentions && basis.number() != null && basis.issuedOn() != null))
                    .filter(basis -> seen.add(basis.number() == null ? basis.title() + "" : basis.number()))
                    .forEach(bases::add);
        }
        return reader.markParent(bases);
    }

    /** "Căn cứ …": whether the paragraph begins as those do that name bases; others may tell of documents, and only cite them in full. */
    static boolean opensBasis(Block block) {
        Matcher opens = OPENS.matcher(block.text());
        return opens.find()
                && TYPE.matcher(block.text())
                        .region(opens.end(), Math.min(block.text().length(), opens.end() + NEAR_OPENING))
                        .find();
    }

    private static boolean isListed(Block block) {
        return block.label().isPresent() || TYPE.matcher(block.text()).lookingAt();
    }

    private List<LegalBasis> read(Block block) {
        String text = " ".repeat(block.label().length()) + block.body();
        var citations = new ArrayList<Citation>();
        numbered(text, citations);
        laws(text, citations);
        citations.sort(Comparator.comparingInt(Citation::from));
        var bases = new ArrayList<LegalBasis>();
        for (int i = 0; i < citations.size(); i++) {
            int end = i + 1 < citations.size() ? citations.get(i + 1).from() : text.length();
            bases.add(basis(
                    block, citations.get(i), text.substring(citations.get(i).to(), end)));
        }
        return bases;
    }

    private static void numbered(String text, List<Citation> citations) {
        Matcher number = NUMBER.matcher(text);
        int before = 0;
        while (number.find()) {
            Matcher type = TYPE.matcher(text).region(before, number.start());
            int from = -1;
            String name = "";
            while (type.find()) {
                from = type.start();
                name = type.group();
            }
            boolean near = from >= 0
                    && number.start() - from < 150
                    && text.substring(from, number.start()).indexOf(';') < 0;
            boolean nested = near
                    && !citations.isEmpty()
                    && isInsideTitle(text, citations.getLast().to(), from);
            if (near && !nested) {
                DocumentType kind = DocumentType.ofHeading(name).orElse(DocumentType.CONG_VAN);
                String between = text.substring(from, number.start())
                        .replaceFirst("\\s*(?:,\\s*)?số:?\\s*$", "")
                        .strip();
                boolean law =
                        kind == DocumentType.LUAT || kind == DocumentType.BO_LUAT || kind == DocumentType.PHAP_LENH;
                citations.add(
                        new Citation(kind, number.group().replace(" ", ""), from, number.end(), law ? between : null));
            }
            before = number.end();
        }
    }

    private static boolean isInsideTitle(String text, int afterPrevious, int from) {
        String between = text.substring(afterPrevious, from);
        return between.indexOf(';') < 0
                && !between.contains("đề nghị")
                && (INSIDE_TITLE.matcher(between).find()
                                && !BESIDE.matcher(between).find()
                        || between.lastIndexOf('(') > between.lastIndexOf(')'));
    }

    private static void laws(String text, List<Citation> citations) {
        var numbered = List.copyOf(citations);
        Matcher law = LAW_ALONE.matcher(text);
        while (law.find()) {
            int from = law.start();
            int to = law.end();
            boolean known = numbered.stream().anyMatch(other -> from < other.to() && to > other.from());
            boolean nested = numbered.stream()
                    .anyMatch(other -> other.to() <= from
                            && text.substring(other.to(), from).indexOf(';') < 0
                            && isInsideTitle(text, other.to(), from));
            if (!known && !nested) {
                DocumentType kind = DocumentType.ofHeading(law.group()).orElse(DocumentType.LUAT);
                citations.add(new Citation(kind, null, from, to, law.group().strip()));
            }
        }
    }

    private LegalBasis basis(Block block, Citation citation, String after) {
        PartialDate date = VietnameseDates.find(after).stream()
                .filter(found -> found.start() <= 12)
                .findFirst()
                .map(VietnameseDates.Found::date)
                .orElseGet(() -> yearAlone(after));
        String clause = after.indexOf(';') < 0 ? after : after.substring(0, after.indexOf(';'));
        Matcher issued = ISSUER.matcher(clause);
        String issuer = null;
        String title = citation.lawName();
        if (citation.lawName() != null) {
            issuer = "Quốc hội";
        } else if (issued.find() && issued.start() < 40) {
            issuer = complete(issued.group("issuer").strip());
            title = tidy(clause.substring(issued.end()));
        } else {
            Matcher proposer = PROPOSER.matcher(block.text().substring(0, citation.from()) + " tại ");
            issuer = proposer.find() ? proposer.group("name").strip() : null;
        }
        int end = citation.to() + Math.max(0, clause.stripTrailing().length());
        return new LegalBasis(
                citation.type(), citation.number(), date, issuer, title, false, block.place(citation.from(), end));
    }

    /** "Luật Bình đẳng giới năm 2006" */
    private static @Nullable PartialDate yearAlone(String after) {
        Matcher year = YEAR_ALONE.matcher(after);
        return year.find() ? new PartialDate(Integer.valueOf(year.group("year")), null, null) : null;
    }

    /** "UBND tỉnh" with the name of the unit, where it is the plan's own or stands above it. */
    private String complete(String issuer) {
        Optional<String> kind = UnitNames.kindIn(issuer);
        if (self == null || kind.isEmpty() || !issuer.endsWith(kind.get())) {
            return issuer;
        }
        var units = new ArrayList<String>(self.parents());
        if (self.unit() != null) {
            units.addFirst(self.unit());
        }
        return units.stream()
                .filter(unit -> unit.startsWith(kind.get() + " "))
                .findFirst()
                .map(unit -> issuer + unit.substring(kind.get().length()))
                .orElse(issuer);
    }

    private static @Nullable String tidy(String words) {
        String title = VietnameseText.squeeze(words)
                .replaceFirst(
                        "(?:^|[,.])\\s*(?:UBND|Ủy ban|Uỷ ban|Sở|Ban|Phòng|Hội)\\s[^,;]{0,80}(?:ban hành|xây dựng|báo"
                                + " cáo|đề nghị|triển khai|yêu cầu)(?!\\p{L}).*",
                        "")
                .replaceFirst("^[,;:]\\s*", "")
                .replaceFirst("^(?:về việc|về|V/v)\\s+", "")
                .replaceFirst("\\s*\\((?:sau đây|gọi tắt).*", "")
                .replaceFirst("(?:,|\\.|\\s+và(?: xét.*)?)$", "");
        return title.isBlank() ? null : title;
    }

    /** The plan that this one carries down: the last plan of a People's Committee, or of a department, above. */
    private List<LegalBasis> markParent(List<LegalBasis> bases) {
        int parent = -1;
        for (int i = 0; i < bases.size(); i++) {
            LegalBasis basis = bases.get(i);
            if (basis.type() == DocumentType.KE_HOACH && isAbove(basis)) {
                parent = i;
            }
        }
        var marked = new ArrayList<LegalBasis>(bases);
        if (parent >= 0) {
            LegalBasis basis = bases.get(parent);
            marked.set(
                    parent,
                    new LegalBasis(
                            basis.type(),
                            basis.number(),
                            basis.issuedOn(),
                            basis.issuer(),
                            basis.title(),
                            true,
                            basis.at()));
        }
        return List.copyOf(marked);
    }

    private boolean isAbove(LegalBasis basis) {
        Level own = self == null ? null : self.level();
        String issuer = basis.issuer();
        if (own == null || issuer == null) {
            return false;
        }
        Optional<Level> named = UnitNames.find(issuer).stream().findFirst().map(Unit::level);
        Optional<Level> kind = UnitNames.kindIn(issuer).map(word -> UnitNames.level(word, ""));
        return named.or(() -> kind).or(() -> byKindOfBody(issuer)).orElse(own).above(own);
    }

    private static Optional<Level> byKindOfBody(String issuer) {
        if (issuer.startsWith("Sở")) {
            return Optional.of(Level.PROVINCE);
        }
        boolean central = issuer.startsWith("Bộ") || issuer.contains("Chính phủ");
        return central ? Optional.of(Level.NATION) : Optional.empty();
    }
}
