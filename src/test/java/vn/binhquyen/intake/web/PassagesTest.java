package vn.binhquyen.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Format;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.Place;

class PassagesTest {

    private static List<Passage> laidOut(Format format, Line... lines) {
        DocumentText text = new DocumentText(format, List.of(lines));
        return Passages.of(text, MarkedText.of(text, List.of()));
    }

    private static List<Passage> plain(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line(lines.size() + 1, line, null));
        }
        return laidOut(Format.TXT, lines.toArray(Line[]::new));
    }

    private static Line line(int number, String text, @Nullable Cell cell) {
        return new Line(number, text, 0, false, 0, List.of(), cell);
    }

    private static String words(List<MarkedText.Line> lines) {
        return lines.stream().map(MarkedText.Line::text).collect(Collectors.joining(" "));
    }

    private static List<List<String>> cells(Passage table) {
        return table.rows().stream()
                .map(row -> row.stream().map(PassagesTest::words).toList())
                .toList();
    }

    @Test
    void lines_that_a_file_wrapped_flow_on() {
        List<Passage> passages = plain("""
            Tổ chức tuyên truyền về bình đẳng giới cho cán bộ thôn và người có uy
            tín trong cộng đồng.

            Mở lớp nghề.\
            """);
        assertThat(passages).hasSize(2);
        assertThat(words(passages.getFirst().lines())).endsWith("người có uy tín trong cộng đồng.");
    }

    @Test
    void what_no_blank_line_parts_stands_close() {
        assertThat(plain("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nPhụ lục"))
                .extracting(Passage::close)
                .containsExactly(false, true, true, false);
    }

    @Test
    void without_any_blank_line_every_paragraph_stands_apart() {
        assertThat(plain("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.")).noneMatch(Passage::close);
    }

    @Test
    void what_tabs_set_apart_stands_side_by_side() {
        List<Passage> passages = plain("UBND XÃ NÀ LÂM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "Số: 8/KH-UBND\tNà Lâm, ngày 12 tháng 01 năm 2026\n\nKẾ HOẠCH");
        assertThat(passages).extracting(Passage::table).containsExactly(true, false);
        assertThat(cells(passages.getFirst()))
                .containsExactly(
                        List.of("UBND XÃ NÀ LÂM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                        List.of("Số: 8/KH-UBND", "Nà Lâm, ngày 12 tháng 01 năm 2026"));
        assertThat(passages.getFirst().ruled()).isFalse();
    }

    @Test
    void a_tab_behind_a_label_makes_no_table() {
        assertThat(plain("1.\tMở lớp nghề cho lao động nữ."))
                .extracting(Passage::table)
                .containsExactly(false);
    }

    @Test
    void the_cells_of_a_table_come_together_with_all_their_lines() {
        List<Passage> passages = laidOut(
                Format.DOCX,
                line(1, "ỦY BAN NHÂN DÂN", new Cell(1, 1, 1)),
                line(2, "XÃ NÀ LÂM", new Cell(1, 1, 1)),
                line(3, "Độc lập - Tự do - Hạnh phúc", new Cell(1, 1, 2)),
                line(4, "KẾ HOẠCH", null));
        assertThat(passages).extracting(Passage::table).containsExactly(true, false);
        assertThat(cells(passages.getFirst()))
                .containsExactly(List.of("ỦY BAN NHÂN DÂN XÃ NÀ LÂM", "Độc lập - Tự do - Hạnh phúc"));
    }

    @Test
    void a_table_of_figures_shows_its_lines_and_the_head_does_not() {
        Line[] figures = new Line[8];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = line(i + 1, "ô " + i, new Cell(1, i / 2 + 1, i % 2 + 1));
        }
        assertThat(laidOut(Format.DOCX, figures)).singleElement().matches(Passage::ruled);
        assertThat(laidOut(Format.DOCX, figures[0], figures[1])).singleElement().matches(table -> !table.ruled());
    }

    @Test
    void an_empty_cell_keeps_its_place() {
        List<Passage> passages =
                laidOut(Format.DOCX, line(1, "", new Cell(1, 1, 1)), line(2, "CHỦ TỊCH", new Cell(1, 1, 2)));
        assertThat(cells(passages.getFirst())).containsExactly(List.of("", "CHỦ TỊCH"));
    }

    @Test
    void facts_stay_lit_in_the_columns_of_a_line() {
        DocumentText text = new DocumentText(
                Format.TXT, List.of(line(1, "Số: 8/KH-UBND\tNà Lâm, ngày 12 tháng 01 năm 2026", null)));
        MarkedText.Fact day = new MarkedText.Fact("day", Section.GENERAL, new Place(1, 23, 26), false);
        MarkedText.Line right = Passages.of(text, MarkedText.of(text, List.of(day)))
                .getFirst()
                .rows()
                .getFirst()
                .getLast()
                .getFirst();
        assertThat(right.pieces())
                .filteredOn(piece -> piece.fact() != null)
                .extracting(MarkedText.Piece::text)
                .containsExactly("ngày 12 tháng 01 năm 2026");
    }
}
