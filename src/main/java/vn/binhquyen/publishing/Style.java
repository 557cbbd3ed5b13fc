package vn.binhquyen.publishing;

import java.util.Locale;

/**
 * The looks of every kind of line, in one table: sizes in points and indents in millimetres within the bounds of Decree
 * 30/2020/NĐ-CP, Appendix I. Word styles and the style sheet of the PDF are both made from it.
 */
enum Style {
    BODY("Nội dung", look(14).justified().firstLine(12.7).before(6).leading(1.1)),
    ITEM("Gạch đầu dòng", look(14).justified().firstLine(12.7).before(6).leading(1.1)),
    NATION("Quốc hiệu", look(12).bold().centred()),
    MOTTO("Tiêu ngữ", look(13).bold().centred()),
    PARENT_AGENCY("Cơ quan chủ quản", look(12).centred()),
    AGENCY("Cơ quan ban hành", look(12).bold().centred()),
    NUMBER("Số ký hiệu", look(13).centred().before(8)),
    LETTER_SUBJECT("Trích yếu công văn", look(12).centred().before(6)),
    PLACE_AND_DATE("Địa danh ngày tháng", look(13).italic().centred().before(8)),
    DRAFT_MARK("Dấu dự thảo", look(12).bold().centred().before(8)),
    DOCUMENT_NAME("Tên loại", look(14).bold().centred().before(18).keptWithNext()),
    SUBJECT("Trích yếu", look(14).bold().centred().indented(10, 10)),
    ADDRESSEE("Nơi kính gửi", look(14).centred().before(14).after(8)),
    ADDRESSEES("Kính gửi", look(14).indented(50, 0).before(14).keptWithNext()),
    ADDRESSEE_ITEM("Từng nơi kính gửi", look(14).indented(68, 0).before(2)),
    LEGAL_BASIS(
            "Căn cứ", look(14).italic().justified().firstLine(12.7).before(6).leading(1.1)),
    PART("Phần", look(14).bold().centred().before(12).keptWithNext()),
    PART_TITLE("Tên phần", look(14).bold().centred().keptWithNext().outline(1)),
    SECTION(
            "Mục",
            look(14).bold()
                    .justified()
                    .firstLine(12.7)
                    .before(8)
                    .leading(1.1)
                    .keptWithNext()
                    .outline(2)),
    CLAUSE(
            "Khoản",
            look(14).bold()
                    .justified()
                    .firstLine(12.7)
                    .before(6)
                    .leading(1.1)
                    .keptWithNext()
                    .outline(3)),
    SUBCLAUSE(
            "Tiểu khoản",
            look(14).bold()
                    .justified()
                    .firstLine(12.7)
                    .before(6)
                    .leading(1.1)
                    .keptWithNext()
                    .outline(4)),
    POINT("Điểm", look(14).justified().firstLine(12.7).before(6).leading(1.1)),
    CAPTION("Tên bảng", look(13).bold().centred().before(10).after(4).keptWithNext()),
    TABLE_HEADER("Đầu bảng", look(12).bold().centred().before(2).after(2)),
    CELL_LEFT("Ô trái", look(12).before(2).after(2)),
    CELL_CENTRE("Ô giữa", look(12).centred().before(2).after(2)),
    CELL_RIGHT("Ô phải", look(12).right().before(2).after(2)),
    AUTHORITY("Quyền hạn chức vụ", look(14).bold().centred()),
    SIGNATORY("Người ký", look(14).bold().centred().before(76)),
    RECIPIENTS("Nơi nhận", look(12).bold().italic()),
    RECIPIENT("Từng nơi nhận", look(11)),
    ANNEX("Phụ lục", look(14).bold().centred().keptWithNext()),
    ANNEX_TITLE("Tên phụ lục", look(14).bold().centred().keptWithNext().outline(1)),
    ANNEX_REFERENCE("Kèm theo", look(14).italic().centred().before(2)),
    PAGE_NUMBER("Số trang", look(14).centred());

    /** What Word shows in its list of styles. */
    final String vietnameseName;

    final Look look;

    Style(String vietnameseName, Look look) {
        this.vietnameseName = vietnameseName;
        this.look = look;
    }

    /** The name of the style in the file, in Word and in the style sheet alike. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace("_", "-");
    }

    private static Look look(double size) {
        return new Look(size);
    }

    enum Alignment {
        LEFT,
        CENTRE,
        RIGHT,
        JUSTIFIED
    }

    /** Said word by word above, unchanged afterwards. */
    static final class Look {
        /** In points. */
        final double size;

        boolean bold;
        boolean italic;
        Alignment alignment = Alignment.LEFT;
        /** Indent of the first line in millimetres, like {@link #left} and {@link #right} of the whole. */
        double firstLine;

        double left;
        double right;
        /** Space above in points, like {@link #after} below. */
        double before;

        double after;
        /** Line spacing; 1 is "single". */
        double leading = 1;

        boolean keptWithNext;
        /** Level in the document's outline, from 1; 0 for text. */
        int outline;

        private Look(double size) {
            this.size = size;
        }

        private Look bold() {
            bold = true;
            return this;
        }

        private Look italic() {
            italic = true;
            return this;
        }

        private Look centred() {
            alignment = Alignment.CENTRE;
            return this;
        }

        private Look right() {
            alignment = Alignment.RIGHT;
            return this;
        }

        private Look justified() {
            alignment = Alignment.JUSTIFIED;
            return this;
        }

        private Look firstLine(double millimetres) {
            firstLine = millimetres;
            return this;
        }

        private Look indented(double fromLeft, double fromRight) {
            left = fromLeft;
            right = fromRight;
            return this;
        }

        private Look before(double points) {
            before = points;
            return this;
        }

        private Look after(double points) {
            after = points;
            return this;
        }

        private Look leading(double times) {
            leading = times;
            return this;
        }

        private Look keptWithNext() {
            keptWithNext = true;
            return this;
        }

        private Look outline(int level) {
            outline = level;
            return this;
        }
    }
}
