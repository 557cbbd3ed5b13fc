package vn.binhquyen.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;
import vn.binhquyen.intake.Place;
import vn.binhquyen.plan.PlanId;

class LitDocumentTest {
    private static final PlanId PLAN = PlanId.of("0190a000-0000-7000-8000-000000000001");

    private static Element shown(DocumentText text, MarkedText.Fact... facts) {
        String html = LitDocument.of(PLAN, Passages.of(text, MarkedText.of(text, List.of(facts))));
        return Jsoup.parseBodyFragment(html).body();
    }

    private static DocumentText text(Line... lines) {
        return new DocumentText(DocumentText.Format.TXT, List.of(lines));
    }

    @Test
    void what_looks_like_a_tag_in_a_document_is_shown_as_text() {
        Element shown = shown(text(new Line(
                1, "Tỷ lệ <b>nữ</b> < 5 & \"dưới\" 10 <script>alert(1)</script>", 0, false, 0, List.of(), null)));
        assertThat(shown.select("b, script")).isEmpty();
        assertThat(shown.text()).isEqualTo("Tỷ lệ <b>nữ</b> < 5 & \"dưới\" 10 <script>alert(1)</script>");
    }

    @Test
    void a_fact_is_a_link_to_its_item_in_the_draft() {
        Line line = new Line(1, "Giảm từ 12 ca xuống 14 ca.", 0, false, 0, List.of(new Span(Mark.BOLD, 0, 4)), null);
        Element fact = shown(text(line), new MarkedText.Fact("k1", Section.GOALS, new Place(1, 9, 5), true))
                .select("a.fact")
                .first();
        assertThat(fact).isNotNull();
        assertThat(fact.text()).isEqualTo("12 ca");
        assertThat(fact.id()).isEqualTo("at-k1");
        assertThat(fact.hasClass("w")).as("lit up as doubtful").isTrue();
        assertThat(fact.attr("href")).isEqualTo("/plans/" + PLAN + "/draft?section=goals&item=k1#i-k1");
        assertThat(fact.attr("data-keys")).isEqualTo("k1");
    }

    @Test
    void a_table_keeps_its_cells() {
        Element table = shown(text(
                        new Line(1, "Chỉ tiêu", 0, true, 0, List.of(), new Cell(0, 0, 0)),
                        new Line(2, "2030", 0, false, 0, List.of(), new Cell(0, 0, 1)),
                        new Line(3, "Tỷ lệ nữ", 0, false, 0, List.of(), new Cell(0, 1, 0)),
                        new Line(4, "75 %", 0, false, 0, List.of(), new Cell(0, 1, 1))))
                .select("table")
                .first();
        assertThat(table).isNotNull();
        assertThat(table.select("tr")).hasSize(2);
        assertThat(table.select("td").eachText()).containsExactly("Chỉ tiêu", "2030", "Tỷ lệ nữ", "75 %");
    }

    @Test
    void every_line_says_where_it_stands_and_what_a_tab_sets_apart_where_in_the_line() {
        Element shown = shown(text(
                new Line(1, "Một dòng.", 0, false, 0, List.of(), null),
                new Line(2, "TM. ỦY BAN NHÂN DÂN\tNơi nhận như trên", 0, false, 0, List.of(), null)));
        assertThat(shown.select("[data-l=1]").text()).isEqualTo("Một dòng.");
        assertThat(shown.select("[data-l=1]").attr("data-c")).isEmpty();
        assertThat(shown.select("[data-l=2]").eachAttr("data-c")).containsExactly("20");
    }
}
