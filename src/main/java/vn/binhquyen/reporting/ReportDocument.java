package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.publishing.Annex;
import vn.binhquyen.publishing.Block;
import vn.binhquyen.publishing.Block.Align;
import vn.binhquyen.publishing.Block.Column;
import vn.binhquyen.publishing.Block.Row;
import vn.binhquyen.publishing.DocumentType;
import vn.binhquyen.publishing.IssueDate;
import vn.binhquyen.publishing.OfficialDocument;
import vn.binhquyen.publishing.Recipient;
import vn.binhquyen.publishing.Signature;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;

/** Puts a consolidated report into the form of an official one; the texts are those of the office, always Vietnamese. */
final class ReportDocument {
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI"};

    private final ConsolidationHead head;
    private final ReportContent content;
    private final Unit unit;
    private final @Nullable Agency receiver;
    private final List<Figure> yearBefore;
    private final List<Block> body = new ArrayList<>();
    private int sections;

    /**
     * @param receiver the standing agency of the level above; null where there is none
     * @param yearBefore the official figures of the same period a year before
     */
    ReportDocument(
            ConsolidationHead head,
            ReportContent content,
            Unit unit,
            @Nullable Agency receiver,
            List<Figure> yearBefore) {
        this.head = head;
        this.content = content;
        this.unit = unit;
        this.receiver = receiver;
        this.yearBefore = yearBefore;
    }

    OfficialDocument compose() {
        Round round = head.round();
        told(Section.LEADERSHIP, "Chỉ đạo, điều hành", null);
        figures();
        told(Section.RESULTS, "Kết quả thực hiện nhiệm vụ, giải pháp", "Tiến độ từng nhiệm vụ tại Phụ lục II.");
        told(Section.DIFFICULTIES, "Khó khăn, hạn chế và nguyên nhân", null);
        told(Section.OUTLOOK, "Phương hướng, nhiệm vụ thời gian tới", null);
        told(Section.PROPOSALS, "Đề xuất, kiến nghị", null);
        OfficialDocument.Builder document = OfficialDocument.of(
                        DocumentType.BAO_CAO,
                        "Kết quả thực hiện công tác bình đẳng giới " + Titles.about(round.kind(), round.period()))
                .issuedBy(null, "ỦY BAN NHÂN DÂN\n" + unit.name().toUpperCase(VIETNAMESE))
                .symbol(head.symbol())
                .at(placeName(unit.name()), date())
                .to(receiver == null ? List.of() : List.of(receiver.name()))
                .opening(
                        "Thực hiện Kế hoạch số %s ngày %s, Ủy ban nhân dân %s báo cáo kết quả thực hiện công tác bình đẳng giới %s (số liệu đến ngày %s) như sau:"
                                .formatted(
                                        round.planNumber(),
                                        round.planIssuedOn().format(DAY),
                                        unit.name(),
                                        Titles.about(round.kind(), round.period()),
                                        round.cutOff().format(DAY)))
                .body(body)
                .annexes(List.of(
                        new Annex("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", true, List.of(indicatorTable())),
                        new Annex("KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ", true, List.of(taskTable()))))
                .signedBy(signature())
                .recipients(recipients(), "VT, VHXH");
        Integer number = head.number();
        return number == null ? document.build() : document.issued(number).build();
    }

    private IssueDate date() {
        LocalDate issuedOn = head.issuedOn();
        return issuedOn == null ? IssueDate.in(head.round().dueOn().getYear()) : IssueDate.of(issuedOn);
    }

    private List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        recipients.add(new Recipient("Như trên"));
        recipients.add(new Recipient("Thường trực Đảng ủy, HĐND", "b/c"));
        recipients.add(new Recipient("Chủ tịch, các Phó Chủ tịch UBND"));
        return receiver == null ? recipients.subList(1, recipients.size()) : recipients;
    }

    private Signature signature() {
        List<String> lines = new ArrayList<>(List.of("TM. ỦY BAN NHÂN DÂN"));
        String position = head.signedAs();
        if (position != null) {
            String upper = position.toUpperCase(VIETNAMESE);
            if (upper.startsWith("PHÓ CHỦ TỊCH")) {
                lines.add("KT. CHỦ TỊCH");
                lines.add("PHÓ CHỦ TỊCH");
            } else {
                lines.add(upper.startsWith("CHỦ TỊCH") ? "CHỦ TỊCH" : upper);
            }
        }
        return new Signature(lines, head.signedBy());
    }

    private void heading(String title) {
        body.add(new Block.Heading(Block.Level.SECTION, ROMAN[sections] + ".", title.toUpperCase(VIETNAMESE)));
        sections++;
    }

    private void told(Section section, String title, @Nullable String closing) {
        String text = content.text(section);
        if (text.isBlank() && section != Section.RESULTS && section != Section.PROPOSALS) {
            return;
        }
        heading(title);
        if (text.isBlank()) {
            body.add(new Block.Paragraph("Không có."));
        }
        text.lines().filter(line -> !line.isBlank()).forEach(line -> body.add(new Block.Paragraph(line.strip())));
        if (closing != null && !content.tasks().isEmpty()) {
            body.add(new Block.Paragraph(closing));
        }
    }

    private void figures() {
        heading("Kết quả thực hiện các mục tiêu, chỉ tiêu");
        String objective = "";
        int number = 0;
        for (Figure figure : content.figures()) {
            if (!figure.indicator().objective().equals(objective)) {
                objective = figure.indicator().objective();
                number++;
                body.add(new Block.Heading(Block.Level.CLAUSE, number + ".", objective));
            }
            body.add(new Block.Bullet(sentence(figure)));
        }
        body.add(new Block.Paragraph("Số liệu chi tiết tại Phụ lục I."));
    }

    private String sentence(Figure figure) {
        OwedIndicator indicator = figure.indicator();
        BigDecimal actual = figure.actual();
        StringBuilder text = new StringBuilder(indicator.name());
        if (indicator.computation() == Computation.NARRATIVE) {
            return text.append(": ")
                    .append(figure.note().isBlank() ? "chưa có thông tin." : figure.note())
                    .toString();
        }
        if (actual == null) {
            return text.append(": chưa có số liệu.").toString();
        }
        text.append(": thực hiện ").append(shown(actual)).append(unitOf(indicator));
        BigDecimal numerator = figure.total(Part.NUMERATOR, Nature.ACTUAL);
        BigDecimal denominator = figure.total(Part.DENOMINATOR, Nature.ACTUAL);
        if (numerator != null && denominator != null) {
            text.append(" (%s/%s)".formatted(shown(numerator), shown(denominator)));
        }
        BigDecimal estimated = figure.estimated();
        if (estimated != null) {
            text.append(", ước cả kỳ ").append(shown(estimated)).append(unitOf(indicator));
        }
        return text.append('.').toString();
    }

    private Block.Table indicatorTable() {
        boolean early = head.round().early();
        int year = head.round().period().year();
        List<Column> columns = new ArrayList<>(List.of(
                new Column("STT", 4, Align.CENTRE),
                new Column("Chỉ tiêu", 24, Align.LEFT),
                new Column("ĐVT", 6, Align.CENTRE),
                new Column("Mục tiêu", 8, Align.RIGHT),
                new Column("Cùng kỳ năm trước", 8, Align.RIGHT),
                new Column("Thực hiện đến " + head.round().cutOff().format(DAY), 9, Align.RIGHT)));
        if (early) {
            columns.add(new Column("Ước cả kỳ", 8, Align.RIGHT));
        }
        columns.addAll(List.of(
                new Column("Tử số", 7, Align.RIGHT),
                new Column("Mẫu số", 7, Align.RIGHT),
                new Column("Trong đó", "Nữ", 6, Align.RIGHT),
                new Column("Trong đó", "Nam", 6, Align.RIGHT),
                new Column("Đạt/Chưa", 7, Align.CENTRE),
                new Column("Nguồn số liệu, ghi chú", 14, Align.LEFT)));
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (Figure figure : content.figures()) {
            number++;
            List<String> cells = new ArrayList<>(List.of(
                    String.valueOf(number),
                    figure.indicator().name(),
                    figure.indicator().unit(),
                    aim(figure.indicator(), year),
                    shown(before(figure)),
                    shown(figure.actual())));
            if (early) {
                cells.add(shown(figure.estimated()));
            }
            cells.addAll(List.of(
                    shown(figure.total(Part.NUMERATOR, Nature.ACTUAL)),
                    shown(figure.total(Part.DENOMINATOR, Nature.ACTUAL)),
                    shown(figure.women()),
                    shown(figure.men()),
                    attained(figure, year),
                    figure.note()));
            rows.add(new Row(cells, false));
        }
        return new Block.Table(null, columns, rows);
    }

    private @Nullable BigDecimal before(Figure figure) {
        return yearBefore.stream()
                .filter(one -> one.indicator().id().equals(figure.indicator().id()))
                .findFirst()
                .map(Figure::actual)
                .orElse(null);
    }

    private Block.Table taskTable() {
        List<Column> columns = List.of(
                new Column("STT", 4, Align.CENTRE),
                new Column("Nhiệm vụ", 26, Align.LEFT),
                new Column("Cơ quan thực hiện", 14, Align.LEFT),
                new Column("Vai trò", 8, Align.CENTRE),
                new Column("Thời hạn", 9, Align.CENTRE),
                new Column("Tiến độ", 7, Align.RIGHT),
                new Column("Tình trạng", 10, Align.CENTRE),
                new Column("Kết quả, khó khăn", 26, Align.LEFT));
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (TaskReport task : content.tasks()) {
            number++;
            LocalDate dueOn = task.dueOn();
            rows.add(Row.of(
                    String.valueOf(number),
                    task.text(),
                    task.agency(),
                    task.leads() ? "Chủ trì" : "Phối hợp",
                    dueOn == null ? "" : dueOn.format(DAY),
                    task.percentage() == null ? "" : task.percentage() + "%",
                    state(task.state()),
                    task.narrative()));
        }
        return new Block.Table(null, columns, rows);
    }

    private static String state(TaskState state) {
        return switch (state) {
            case NOT_STARTED -> "Chưa bắt đầu";
            case UNDER_WAY -> "Đang thực hiện";
            case DONE -> "Hoàn thành";
        };
    }

    private static String attained(Figure figure, int year) {
        Boolean attained = figure.attained(year);
        return attained == null ? "" : attained ? "Đạt" : "Chưa đạt";
    }

    private static String aim(OwedIndicator indicator, int year) {
        OwedIndicator.Aim aim = indicator.aimIn(year);
        return aim == null ? "" : Wording.aim(aim);
    }

    private static String unitOf(OwedIndicator indicator) {
        return indicator.unit().isEmpty() || indicator.unit().equals("%") ? indicator.unit() : " " + indicator.unit();
    }

    private static String shown(@Nullable BigDecimal number) {
        return Wording.number(number);
    }

    /** "Thượng Sơn" of "xã Thượng Sơn". */
    static String placeName(String unitName) {
        return unitName.replaceFirst("^(?i)(xã|phường|thị trấn|đặc khu|tỉnh|thành phố|huyện|quận|thị xã)\\s+", "");
    }
}
