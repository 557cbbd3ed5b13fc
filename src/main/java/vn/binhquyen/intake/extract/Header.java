package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Issuer;
import vn.binhquyen.intake.ReadPlan.Period;
import vn.binhquyen.intake.extract.UnitNames.Unit;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseText;

/** What stands above the body: number, issuer, place and date, title, and the years that the plan is for. */
record Header(
        @Nullable String number,
        @Nullable String symbol,
        @Nullable Issuer issuer,
        @Nullable String place,
        @Nullable PartialDate issuedOn,
        @Nullable String title,
        @Nullable Period period,
        Map<String, Place> places) {

    private static final Pattern ATTACHED = Pattern.compile(
            "^\\(\\s*(?:(?:Ban hành|Phê duyệt) )?[Kk]èm theo (?<document>(?:Quyết định|Công văn|Tờ trình)[^)]*)");
    private static final Pattern COMMITTEE = Pattern.compile("(?iu)(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(?!\\p{L})");
    private static final Pattern BOARD = Pattern.compile("^(?iu:ban chấp hành|ban thường vụ)(?=\\s|$)");
    private static final Pattern ASSOCIATION = Pattern.compile("^(?iu:hội|đoàn|liên đoàn)\\s");
    private static final Pattern CITY = Pattern.compile("^(?:TP|Tp)\\.?\\s*(?=\\p{Lu})");
    private static final Pattern UNTIL = Pattern.compile("(?iu)đến (?:hết |cuối )?năm (?<year>20\\d\\d)");
    private static final Pattern ISSUES = Pattern.compile(
            "(?<issuer>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Ban|Hội|Bộ|Tỉnh ủy|Đảng ủy)(?:(?!Ủy"
                    + " ban|UBND|[;.,]).){0,70}?)\\s+(?:xây dựng và |xây dựng, )?(?:ban hành|xây dựng|triển"
                    + " khai)\\s+(?:[Kk]ế hoạch)");
    private static final Pattern NAMED =
            Pattern.compile("(?:ban hành|xây dựng|triển khai)\\s+[Kk]ế hoạch\\s+(?<title>\\S.{8,400}?)"
                    + "(?:\\s*\\((?:sau đây|gọi tắt)[^)]*\\))?\\s*,?\\s*"
                    + "(?<!\\p{L})(?:như sau|(?:cụ thể|với|gồm|theo)(?!\\p{L})[^,;:]{0,60}\\ssau)\\W*$");
    private static final Pattern YEARS = Pattern.compile("(20\\d\\d)\\s*(?:-|–|—|đến(?: năm)?)\\s*(?:năm )?(20\\d\\d)");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!đến )năm\\s+(20\\d\\d)(?!\\s*[-–—]\\s*20)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The years in which days without a year lie: those of the plan, else the year of issue. */
    @Nullable
    Period yearsOfDays() {
        Integer issued = issuedOn == null ? null : issuedOn.year();
        return period != null ? period : issued == null ? null : new Period(issued, issued);
    }

    static Header of(DocumentText text, Zones zones, List<Block> preamble) {
        return new HeaderReader(text, zones, preamble).read();
    }

    private static final class HeaderReader {
        private final DocumentText text;
        private final Zones zones;
        private final List<Block> preamble;
        private final Map<String, Place> places = new LinkedHashMap<>();
        private @Nullable String number;
        private @Nullable String symbol;
        private @Nullable String place;
        private @Nullable PartialDate issuedOn;
        private final List<HeadPiece> agencies = new ArrayList<>();

        HeaderReader(DocumentText text, Zones zones, List<Block> preamble) {
            this.text = text;
            this.zones = zones;
            this.preamble = preamble;
        }

        Header read() {
            HeadPieces.of(text.lines().subList(0, zones.headTo())).forEach(this::piece);
            if (symbol == null) {
                attached();
            }
            String title = title();
            Issuer issuer = issuer(title == null ? "" : title);
            return new Header(number, symbol, issuer, place, issuedOn, title, period(title), places);
        }

        /** A plan that comes without its decision bears the decision's number and date below its title. */
        private void attached() {
            for (Block block : preamble) {
                Matcher issued = ATTACHED.matcher(block.text());
                if (issued.find()) {
                    Matcher of = LegalBases.NUMBER.matcher(issued.group("document"));
                    if (of.find()) {
                        number = of.group().replace(" ", "");
                        symbol = number.substring(number.indexOf('/') + 1);
                        places.put("number", block.place(issued.start("document"), issued.end("document")));
                        VietnameseDates.find(issued.group("document")).stream()
                                .findFirst()
                                .ifPresent(found -> issuedOn = found.date());
                    }
                }
            }
        }

        private void piece(HeadPiece piece) {
            Matcher numbered = HeadPieces.NUMBER.matcher(piece.text());
            Matcher dated = HeadPieces.DATED.matcher(piece.text());
            String folded = VietnameseText.fold(piece.text());
            if (numbered.find()) {
                symbol = numbered.group("symbol");
                if (numbered.group("number") != null) {
                    number = numbered.group("number") + numbered.group("mark") + symbol;
                }
                places.put("number", at(piece, 0, numbered.end()));
            } else if (dated.find()) {
                place = dated.group("place").strip();
                places.put("place", at(piece, 0, dated.end("place")));
                VietnameseDates.find(piece.text()).stream().findFirst().ifPresent(found -> {
                    issuedOn = found.date();
                    places.put("issuedOn", at(piece, found.start(), found.end()));
                });
            } else if (number == null && symbol == null && isAgency(piece.text(), folded)) {
                agencies.add(piece);
            }
        }

        private static boolean isAgency(String words, String folded) {
            return Headings.isCapitals(words)
                    && !folded.startsWith("cong hoa")
                    && !folded.startsWith("doc lap")
                    && !folded.startsWith("dang cong san");
        }

        private @Nullable String title() {
            if (zones.title().isEmpty()) {
                return zones.type() == null || zones.type() == DocumentType.KE_HOACH ? titleOfSentence() : null;
            }
            Line first = text.lines().get(zones.title().getFirst());
            Line last = text.lines().get(zones.title().getLast());
            int length = 0;
            for (int i = first.number(); i <= last.number(); i++) {
                length += text.lines().get(i - 1).text().length() + (i > first.number() ? 1 : 0);
            }
            places.put("title", new Place(first.number(), 1, length));
            String words = Zones.titleOf(text.lines(), zones.typeLine(), zones.title());
            return zones.type() == DocumentType.KE_HOACH ? words.substring(Zones.issuing(words)) : words;
        }

        /** The name that the sentence gives the plan in which its issuer announces it. */
        private @Nullable String titleOfSentence() {
            for (Block block : preamble.reversed()) {
                Matcher named = NAMED.matcher(block.text());
                if (named.find()) {
                    places.put("title", block.place(named.start("title"), named.end("title")));
                    return named.group("title");
                }
            }
            return null;
        }

        private @Nullable Issuer issuer(String title) {
            Named named = fromHead().or(this::fromPreamble).or(this::fromTail).orElse(null);
            if (named == null) {
                return null;
            }
            String whole = text.text();
            Optional<Unit> unit = unit(named.name() + " " + named.above(), title, whole);
            String name = named.name();
            if (unit.isPresent() && name.endsWith(" " + unit.get().kind())) {
                name = name + " " + unit.get().name();
            } else if (unit.isPresent() && UnitNames.kindIn(name).isEmpty()) {
                Matcher committee = COMMITTEE.matcher(name);
                name = committee.lookingAt()
                        ? committee.group() + " " + unit.get().full()
                        : name;
            }
            Level level = unit.map(Unit::level).orElse(null);
            return new Issuer(name, level, unit.map(Unit::full).orElse(null), parents(unit, whole), named.at());
        }

        private record Named(String name, String above, Place at) {}

        /** The block at the top left: one body over one or two lines, the body above it before. */
        private Optional<Named> fromHead() {
            var names = new ArrayList<Named>();
            for (HeadPiece piece : agencies) {
                names.add(new Named(
                        UnitNames.properCase(piece.text()),
                        "",
                        at(piece, 0, piece.text().length())));
            }
            if (names.isEmpty()) {
                return Optional.empty();
            }
            Named last = names.getLast();
            String above = names.size() > 1 ? names.getFirst().name() : "";
            if (BOARD.matcher(last.name()).find() && ASSOCIATION.matcher(above).find()) {
                String of = above.replaceFirst("\\s+[Vv]iệt [Nn]am(?=\\s|$)", "");
                Matcher board = BOARD.matcher(last.name());
                String rest = board.replaceFirst("").strip();
                String name = last.name()
                        .substring(0, last.name().length() - rest.length())
                        .strip();
                return Optional.of(new Named((name + " " + of + " " + rest).strip(), "", last.at()));
            }
            return Optional.of(new Named(asWritten(last.name()) + ofUnit(last.name(), above), above, last.at()));
        }

        /** A board takes the unit of the body above it where the text calls it so: "Ban … tỉnh". */
        private String ofUnit(String name, String above) {
            Optional<Unit> unit = UnitNames.find(above).stream().findFirst();
            String plain = VietnameseText.lower(name);
            boolean board = plain.startsWith("ban ") || plain.startsWith("hội đồng ") || plain.startsWith("tổ ");
            boolean called = unit.isPresent()
                    && VietnameseText.lower(text.text().replace('\n', ' '))
                            .contains(plain + " " + unit.get().kind());
            return board && called && UnitNames.kindIn(name).isEmpty()
                    ? " " + unit.get().full()
                    : "";
        }

        /** The spelling that the text itself uses for a name given in capitals. */
        private String asWritten(String name) {
            String whole = text.text();
            String lower = VietnameseText.lower(whole);
            String wanted = VietnameseText.lower(name);
            int at = lower.indexOf(wanted);
            while (at >= 0) {
                String found = whole.substring(at, at + name.length());
                if (!Headings.isCapitals(found) && !found.contains("\n")) {
                    return Character.toUpperCase(found.charAt(0)) + found.substring(1);
                }
                at = lower.indexOf(wanted, at + 1);
            }
            return name;
        }

        private Optional<Named> fromPreamble() {
            for (Block block : preamble) {
                Matcher match = ISSUES.matcher(block.text());
                Named last = null;
                while (match.find()) {
                    last = new Named(
                            match.group("issuer"), "", block.place(match.start("issuer"), match.end("issuer")));
                }
                if (last != null) {
                    return Optional.of(last);
                }
            }
            return Optional.empty();
        }

        private Optional<Named> fromTail() {
            return text.lines().subList(zones.tailFrom(), zones.tailTo()).stream()
                    .flatMap(line -> Zones.segments(line).stream())
                    .filter(segment -> segment.text().startsWith("TM."))
                    .findFirst()
                    .map(segment -> new Named(
                            UnitNames.properCase(segment.text()
                                    .substring(3)
                                    .replaceFirst("\\s(?:KT|TL|TUQ|Q)\\..*", "")
                                    .strip()),
                            "",
                            at(HeadPiece.of(segment), 0, segment.text().length())));
        }

        private Optional<Unit> unit(String issuer, String title, String whole) {
            var named = UnitNames.find(issuer);
            if (!named.isEmpty()) {
                return Optional.of(named.getFirst());
            }
            Optional<String> kind = UnitNames.kindIn(issuer);
            if (kind.isPresent()) {
                return UnitNames.mostNamed(title, kind.get())
                        .or(() -> UnitNames.mostNamed(whole, kind.get()))
                        .or(() -> Optional.ofNullable(place)
                                .map(name -> new Unit(kind.get(), name, UnitNames.level(kind.get(), name))));
            }
            return (COMMITTEE.matcher(issuer).lookingAt() ? ofPlace(whole) : Optional.<Unit>empty())
                    .or(() -> UnitNames.find(title).stream().findFirst());
        }

        /** The unit of a committee whose name lost it: the one named as the place is, of the kind that the text says. */
        private Optional<Unit> ofPlace(String whole) {
            if (place == null) {
                return Optional.empty();
            }
            String name = CITY.matcher(place).replaceFirst("Thành phố ");
            return UnitNames.find(name).stream()
                    .findFirst()
                    .or(() -> UnitNames.named(name, whole))
                    .or(() -> fromPreamble()
                            .flatMap(issuing -> UnitNames.kindIn(issuing.name()))
                            .or(this::kindOfAuthority)
                            .map(kind -> new Unit(kind, name, UnitNames.level(kind, name))));
        }

        /** The kind of unit whose committee decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above the bases. */
        private Optional<String> kindOfAuthority() {
            int from = zones.title().isEmpty() ? zones.headTo() : zones.title().getLast() + 1;
            return text.lines().subList(from, Math.max(from, zones.bodyFrom())).stream()
                    .flatMap(line -> UnitNames.kindIn(line.text()).stream())
                    .findFirst();
        }

        private List<String> parents(Optional<Unit> unit, String whole) {
            if (unit.isEmpty() || unit.get().level() == Level.PROVINCE) {
                return List.of();
            }
            List<Unit> units = UnitNames.find(whole);
            return units.stream()
                    .filter(found -> found.level() == Level.PROVINCE)
                    .findFirst()
                    .flatMap(found -> UnitNames.mostNamed(units, found.kind()))
                    .map(found -> List.of(found.full()))
                    .orElse(List.of());
        }

        private @Nullable Period period(@Nullable String title) {
            var sources = new ArrayList<String>();
            if (title != null) {
                sources.add(title);
            }
            preamble.stream()
                    .map(Block::text)
                    .filter(words -> VietnameseText.fold(words).contains("ban hanh ke hoach"))
                    .map(words -> words.substring(VietnameseText.fold(words).lastIndexOf("ban hanh ke hoach")))
                    .forEach(sources::add);
            sources.replaceAll(HeaderReader::withoutDays);
            for (String source : sources) {
                Matcher year = YEAR.matcher(source);
                String last = null;
                while (year.find()) {
                    last = year.group(1);
                }
                if (last != null) {
                    return new Period(Integer.parseInt(last), Integer.parseInt(last));
                }
                Matcher years = YEARS.matcher(source);
                if (years.find() && Integer.parseInt(years.group(1)) <= Integer.parseInt(years.group(2))) {
                    return new Period(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)));
                }
            }
            Matcher until = UNTIL.matcher(title == null ? "" : title);
            Integer issued = issuedOn == null ? null : issuedOn.year();
            if (until.find() && issued != null && issued <= Integer.parseInt(until.group("year"))) {
                return new Period(issued, Integer.parseInt(until.group("year")));
            }
            return null;
        }

        /** The words without the days on which documents were issued that they cite. */
        private static String withoutDays(String words) {
            var left = new StringBuilder(words);
            for (VietnameseDates.Found found : VietnameseDates.find(words).reversed()) {
                if (found.date().day() != null) {
                    left.delete(found.start(), found.end());
                }
            }
            return left.toString();
        }

        private Place at(HeadPiece piece, int from, int to) {
            return piece.place(text.lines(), from, to);
        }
    }
}
