package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Period;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;
import vn.binhquyen.intake.extract.Sentences.Sentence;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Column;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseDates.Found;
import vn.binhquyen.kernel.VietnameseText;

/** Who reports what to whom by when. A date counts where the words around it speak of reporting and not of a citation. */
final class Reporting {

    private static final Map<ReportKind, Pattern> KINDS = new EnumMap<>(ReportKind.class);

    static {
        KINDS.put(
                ReportKind.ISSUE_OWN_PLAN,
                Pattern.compile("(?:xay dung|ban hanh|cu the hoa)[^.;]{0,60}ke hoach|gui ke hoach"));
        KINDS.put(ReportKind.SIX_MONTH, Pattern.compile("(?:0?6|sau) thang|so ket (?:0?6|sau) thang"));
        KINDS.put(
                ReportKind.QUARTER,
                Pattern.compile(
                        "bao cao (?:dinh ky )?(?:hang )?quy|(?:hang|moi) quy|quy (?:i{1,3}|iv|[1-4])(?![a-z])"));
        KINDS.put(ReportKind.MONTH, Pattern.compile("bao cao (?:dinh ky )?(?:hang )?thang|(?:hang|moi) thang"));
        KINDS.put(ReportKind.AD_HOC, Pattern.compile("dot xuat|khi co yeu cau"));
        KINDS.put(ReportKind.MID_TERM, Pattern.compile("so ket(?! (?:0?6|sau) thang| nam)|giua ky"));
        KINDS.put(ReportKind.FINAL, Pattern.compile("tong ket(?! nam)|cuoi ky"));
        KINDS.put(
                ReportKind.YEAR,
                Pattern.compile(
                        "bao cao nam|bao cao (?:dinh ky )?(?:hang|moi) nam|(?:hang|ca) nam|tong ket nam|ket qua thuc"
                                + " hien|ca nam|cuoi nam|bao cao ket qua"));
    }

    private static final Pattern SPEAKS = Pattern.compile(
            "bao cao|so ket|tong ket|xay dung[^.;]{0,60}ke hoach|ban hanh[^.;]{0,60}ke hoach|gui (?:ve|ke"
                    + " hoach|phong|so|[^.;]{2,40} ve)|cu the hoa[^.;]{0,60}ke hoach");
    private static final Pattern BY = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|hạn|hạn cuối|trong|vào|xong|thời"
                + " hạn|là|đến|:)(?:\\s+(?:là|vào|hết|trước|cuối))*(?:\\s*\\d{1,2}\\s*(?:giờ|h|g)(?:\\s*\\d{1,2}(?:\\s*phút)?)?,?)?\\s*(?:ngày)?\\s*$");
    private static final Pattern AND = Pattern.compile("\\s*(?:,|;|và|,\\s*và|hoặc)\\s*(?:trước\\s*)?(?:ngày\\s*)?");
    private static final Pattern CITED = Pattern.compile(LegalBases.NUMBER.pattern() + ",?\\s+(?:ngày\\s*)?$");
    private static final Pattern FIGURES_UNTIL =
            Pattern.compile("(?:tính|số liệu|chốt|lấy)[^.;]{0,30}(?:đến|từ)(?:\\s+hết)?(?:\\s+ngày)?\\s*$");
    private static final Pattern REVIEW_YEAR = Pattern.compile(
            "(?<kind>so ket|tong ket)(?<between>(?:(?!so ket|tong ket)[^.;]){0,80}?)(?:vao|trong|den|cuoi)?\\s*(?:cuoi"
                    + " )?nam (?<year>20\\d\\d)");
    private static final Pattern END_OF_QUARTER = Pattern.compile(
            "ngày\\s+(?<day>\\d{1,2})\\s+(?:của\\s+)?tháng\\s+cuối\\s+(?:của\\s+)?(?:mỗi\\s+|hằng\\s+|hàng\\s+)?quý");
    private static final Pattern PERIODIC = Pattern.compile(
            "che do .{0,40}bao cao|bao cao (?:dinh ky|hang|6 thang|06 thang|dot xuat)|dot xuat|khi co yeu cau");
    private static final Pattern EVERY_YEAR = Pattern.compile("hang nam|moi nam|dinh ky nam");
    private static final Pattern FROM = Pattern.compile(
            "(?<!báo cáo )(?<!cáo về )(?<!gửi )(?<!gửi về )(?<!qua )(?<from>(?:[Cc]ác|UBND|Ủy ban|Sở|Phòng|phòng|Công"
                    + " an|Trạm|Hội|Văn phòng|Thủ trưởng|Đề nghị)(?:(?!báo cáo|[.;:]).)*?)\\s+(?:được giao nhiệm"
                    + " vụ\\s+|căn cứ .{0,60}?\\s+)?(?:có trách nhiệm\\s+|chủ động\\s+|định kỳ\\s+|thực hiện\\s+|tổng"
                    + " hợp,?\\s+|xây dựng.{0,20}?\\s+)*(?:báo cáo|gửi|xây dựng|thực hiện chế độ|tổng hợp)");
    private static final Pattern GATHERER =
            Pattern.compile("(?<!\\p{L})qua\\s+(?<from>[^).;]+?)\\)?\\s+(?:để )?tổng hợp,?\\s*(?:và )?báo cáo");
    private static final Pattern TO =
            Pattern.compile("(?:báo cáo|gửi|gửi về|gửi báo cáo)(?:\\s+(?:kết quả|tình hình|thực hiện|triển"
                + " khai|về|lên|gửi|cho|tới))*\\s+(?<to>(?:UBND|Ủy ban|Uỷ ban|Sở|Bộ|[Pp]hòng|Tỉnh ủy|Thường"
                + " trực|Ban|Đảng ủy|Huyện ủy)(?:(?!kết quả|trước ngày|theo|để|qua|thông qua|định kỳ|xem xét|chậm"
                + " nhất|hằng|hàng|tình hình).)*?)(?=\\s+(?:kết quả|trước|theo|để|qua|thông qua|định kỳ|xem xét|chậm"
                + " nhất|hằng|hàng|tình hình)|[.;,()]|$)");
    private static final Pattern VIA = Pattern.compile(
            "(?<!\\p{L})(?:thông qua|qua)\\s+(?<via>[^).;,]+?)(?=\\)|\\s+(?:để|trước|tổng hợp|theo|chậm)|[.;,]|$)");

    private final List<ReportingDuty> duties = new ArrayList<>();

    private final @Nullable Period period;

    private Reporting(@Nullable Period period) {
        this.period = period;
    }

    static List<ReportingDuty> of(Outline outline, Outline annex, @Nullable Period period) {
        var reader = new Reporting(period);
        var nodes = outline.all()
                .filter(node -> node.part() != Part.OBJECTIVES && node.part() != Part.BASES)
                .filter(node -> node.part() != Part.BUDGET || node.isWithin(Reporting::speaksOfReviews))
                .filter(node -> node.block().table() == null)
                .toList();
        nodes.forEach(reader::dated);
        nodes.forEach(reader::quarterly);
        nodes.forEach(reader::reviews);
        Stream.concat(outline.all(), annex.all()).forEach(node -> {
            Table table = node.block().table();
            if (table != null) {
                table.rows().forEach(row -> reader.row(table, row));
            }
        });
        nodes.stream()
                .filter(node -> node.part() == Part.REPORTING || node.part() == Part.ORGANISATION)
                .forEach(reader::undated);
        return List.copyOf(reader.duties);
    }

    /** A part may hold the money and the reviews at once. */
    private static boolean speaksOfReviews(Node above) {
        return above.foldedTitle().matches(".*(?:so ket|tong ket|bao cao).*");
    }

    private void dated(Node node) {
        String text = node.block().text();
        if (VietnameseDates.find(text).isEmpty()) {
            return;
        }
        for (Sentence sentence : Sentences.of(text)) {
            List<Found> dates = VietnameseDates.find(sentence.text());
            int clause = 0;
            boolean afterDeadline = false;
            for (int i = 0; i < dates.size(); i++) {
                Found date = dates.get(i);
                boolean span = (i + 1 < dates.size() && Events.isSpan(sentence.text(), date, dates.get(i + 1)))
                        || (i > 0 && Events.isSpan(sentence.text(), dates.get(i - 1), date));
                int next = i + 1 < dates.size()
                        ? dates.get(i + 1).start()
                        : sentence.text().length();
                boolean another = afterDeadline
                        && date.date().day() != null
                        && (BY.matcher(sentence.text().substring(0, date.start()))
                                        .find()
                                || AND.matcher(sentence.text().substring(clause, date.start()))
                                        .matches())
                        && !CITED.matcher(sentence.text().substring(0, date.start()))
                                .find();
                afterDeadline = !span && (another || isDeadline(sentence.text(), date, clause, next, node));
                if (afterDeadline) {
                    String before = sentence.text().substring(clause, date.start());
                    String after = sentence.text().substring(date.end(), next);
                    Place at = node.block().place(sentence.from() + date.start(), sentence.from() + date.end());
                    add(duty(kind(before, after, node), date.date(), sentence.text(), node, before, after, at));
                    clause = date.end();
                }
            }
        }
    }

    private static boolean isDeadline(String sentence, Found date, int clause, int next, Node node) {
        String before = sentence.substring(0, date.start());
        String near = VietnameseText.fold(sentence.substring(clause, next));
        boolean reporting = node.part() == Part.REPORTING;
        boolean hasDay = date.date().day() != null || BY.matcher(before).find();
        boolean speaks = SPEAKS.matcher(near).find() || (reporting && speaksAbove(node));
        return hasDay
                && speaks
                && (reporting || BY.matcher(before).find())
                && !CITED.matcher(before).find()
                && !FIGURES_UNTIL.matcher(before).find();
    }

    /** Whether words tell somebody to report, to review or to issue a plan. */
    static boolean speaks(String words) {
        return SPEAKS.matcher(VietnameseText.fold(words)).find();
    }

    private static boolean speaksAbove(Node node) {
        return node.isWithin(above -> above.part() == Part.REPORTING
                && SPEAKS.matcher(VietnameseText.fold(above.block().text())).find());
    }

    /** The kind that the words nearest before the date name, else those after it, else the heading above. */
    private static ReportKind kind(String before, String after, Node node) {
        return lastKind(before)
                .or(() -> firstClauseKind(after))
                .or(() -> Optional.ofNullable(node.parent())
                        .flatMap(above -> lastKind(above.block().text())))
                .orElse(ReportKind.YEAR);
    }

    private static Optional<ReportKind> firstClauseKind(String words) {
        int end = words.indexOf(';') < 0 ? words.length() : words.indexOf(';');
        return lastKind(words.substring(0, end));
    }

    static Optional<ReportKind> lastKind(String words) {
        String folded = VietnameseText.fold(words);
        ReportKind last = null;
        int at = -1;
        for (var kind : KINDS.entrySet()) {
            Matcher match = kind.getValue().matcher(folded);
            while (match.find()) {
                if (match.start() > at) {
                    at = match.start();
                    last = kind.getKey();
                }
            }
        }
        return Optional.ofNullable(last);
    }

    /** A row of a table of work that tells somebody to report, to review or to issue a plan by a date. */
    private void row(Table table, Table.Row row) {
        Optional<Table.Cell> subject = TargetTable.subject(table, row);
        Optional<Table.Cell> time = table.cell(row, Column.Role.TIME);
        if (subject.isEmpty() || time.isEmpty()) {
            return;
        }
        String what = subject.get().text();
        if (!SPEAKS.matcher(VietnameseText.fold(what)).find()) {
            return;
        }
        List<String> from = table.cell(row, Column.Role.LEAD)
                .map(cell -> AgencyNames.list(cell.text()))
                .orElse(List.of());
        ReportKind kind = lastKind(what).orElse(ReportKind.YEAR);
        boolean yearly =
                EVERY_YEAR.matcher(VietnameseText.fold(time.get().text())).find();
        VietnameseDates.find(time.get().text()).stream()
                .map(Found::date)
                .filter(date -> date.day() != null)
                .forEach(date -> add(new ReportingDuty(
                        kind,
                        date,
                        date.year() == null && yearly,
                        from,
                        first(TO, "to", List.of(what)),
                        null,
                        time.get().at())));
    }

    /** "định kỳ ngày 15 tháng cuối quý": the same day at the end of each quarter. */
    private void quarterly(Node node) {
        String text = node.block().text();
        if (!text.contains("tháng cuối")) {
            return;
        }
        for (Sentence sentence : Sentences.clauses(text)) {
            Matcher day = END_OF_QUARTER.matcher(sentence.text());
            if (SPEAKS.matcher(VietnameseText.fold(sentence.text())).find() && day.find()) {
                Place at = node.block().place(sentence.from() + day.start(), sentence.from() + day.end());
                for (int month = 3; month <= 12; month += 3) {
                    PartialDate.ifValid(null, month, Integer.valueOf(day.group("day")))
                            .ifPresent(due -> {
                                ReportingDuty one =
                                        duty(ReportKind.QUARTER, due, sentence.text(), node, sentence.text(), "", at);
                                add(new ReportingDuty(one.kind(), due, true, one.from(), one.to(), one.via(), at));
                            });
                }
            }
        }
    }

    /** "sơ kết giữa kỳ vào năm 2028 và tổng kết giai đoạn vào năm 2030" */
    private void reviews(Node node) {
        String folded = VietnameseText.fold(node.block().text());
        Matcher review = REVIEW_YEAR.matcher(folded);
        while (folded.contains("ket") && review.find()) {
            boolean ofTheYear =
                    review.group("between").isBlank() && !review.group().matches(".*(?:vao|trong|den|cuoi) nam.*");
            if (!ofTheYear || reviewsThePeriod(review)) {
                ReportKind kind = review.group("kind").equals("so ket") ? ReportKind.MID_TERM : ReportKind.FINAL;
                var year = new PartialDate(Integer.valueOf(review.group("year")), null, null);
                Place at = node.block().place(review.start(), review.end());
                add(new ReportingDuty(kind, year, false, List.of(), null, null, at));
            }
        }
    }

    /** "tổng kết năm 2030" ends a plan of several years, "tổng kết năm 2024" is the report on one. */
    private boolean reviewsThePeriod(Matcher review) {
        int year = Integer.parseInt(review.group("year"));
        return period != null && period.to() > period.from() && year > period.from() && year <= period.to();
    }

    /** Duties without a date: kept once for each kind that no dated duty covers. */
    private void undated(Node node) {
        for (Sentence sentence : Sentences.of(node.block().text())) {
            String folded = VietnameseText.fold(sentence.text());
            boolean speaks = folded.contains("bao cao")
                    && VietnameseDates.find(sentence.text()).isEmpty();
            boolean periodic = speaks && PERIODIC.matcher(folded).find();
            if (!speaks || !periodic || node.isHeadingLike() && node.label().isPresent() && !node.hasInline()) {
                continue;
            }
            Optional<ReportKind> kind = lastKind(sentence.text()).filter(found -> found != ReportKind.ISSUE_OWN_PLAN);
            boolean known = kind.isPresent() && duties.stream().anyMatch(duty -> duty.kind() == kind.get());
            if (kind.isPresent() && !known) {
                Place at = node.block().place(sentence.from(), sentence.to());
                add(duty(kind.get(), null, sentence.text(), node, sentence.text(), "", at));
            }
        }
    }

    private ReportingDuty duty(
            ReportKind kind,
            @Nullable PartialDate due,
            String sentence,
            Node node,
            String before,
            String after,
            Place at) {
        boolean recurring = (due == null || due.year() == null)
                && (EVERY_YEAR.matcher(VietnameseText.fold(sentence)).find()
                        || node.isWithin(above -> EVERY_YEAR
                                .matcher(VietnameseText.fold(above.block().text()))
                                .find()));
        var sources = new ArrayList<String>();
        sources.add(kind == ReportKind.ISSUE_OWN_PLAN ? before : before + after);
        if (kind != ReportKind.ISSUE_OWN_PLAN) {
            sources.add(sentence);
        }
        for (Node above = node; above != null && above.part() == Part.REPORTING; above = above.parent()) {
            leadIn(above).ifPresent(sources::add);
            if (above != node) {
                sources.add(above.block().text());
            }
        }
        return new ReportingDuty(
                kind,
                due,
                recurring,
                from(before, sentence, sources, node),
                first(TO, "to", sources),
                first(VIA, "via", sources),
                at);
    }

    private static List<String> from(String before, String sentence, List<String> sources, Node node) {
        Matcher gatherer = GATHERER.matcher(before);
        if (gatherer.find()) {
            return List.of(VietnameseText.squeeze(gatherer.group("from")));
        }
        var spoken = new ArrayList<String>(List.of(sentence));
        spoken.addAll(sources);
        String named = first(FROM, "from", spoken);
        if (named != null) {
            return List.of(named.replaceFirst("^Đề nghị\\s+", ""));
        }
        for (Node above = node; above != null; above = above.parent()) {
            if (above.part() == Part.ORGANISATION && AgencyWords.beginAgency(above.title())) {
                return List.of(above.title());
            }
        }
        return List.of();
    }

    /** The sentence with a colon that leads in to the list in which the item stands. */
    private static Optional<String> leadIn(Node node) {
        Node parent = node.parent();
        if (parent == null) {
            return Optional.empty();
        }
        return parent.children().stream()
                .takeWhile(sibling -> sibling != node)
                .filter(sibling -> sibling.label().kind() == Label.Kind.NONE)
                .map(sibling -> sibling.block().text())
                .filter(text -> text.strip().endsWith(":"))
                .reduce((earlier, later) -> later);
    }

    private static @Nullable String first(Pattern pattern, String group, List<String> sources) {
        for (String source : sources) {
            Matcher match = pattern.matcher(source);
            if (match.find()) {
                return VietnameseText.squeeze(match.group(group));
            }
        }
        return null;
    }

    private void add(ReportingDuty duty) {
        boolean known = duties.stream()
                .anyMatch(other -> other.kind() == duty.kind()
                        && String.valueOf(other.dueOn()).equals(String.valueOf(duty.dueOn())));
        if (!known) {
            duties.add(duty);
        }
    }
}
