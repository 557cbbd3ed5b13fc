package vn.binhquyen.statistics.entry;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;

/** A quarterly form in use, with everything that a form can have, asked of the communes at and below a unit. */
public final class EntryForms {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    public EntryForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Victims and helped by sex with a computed last column and a computed row for both; below whether there is a model, and
     * only where there is one its money.
     */
    public record Form(FormId id, int key, int victims, int helped, int both, int model, int money) {
        public CellKey women(int element) {
            return new CellKey(element, Breakdown.WOMEN);
        }

        public CellKey men(int element) {
            return new CellKey(element, Breakdown.MEN);
        }

        public CellKey total(int element) {
            return new CellKey(element, Breakdown.TOTAL);
        }

        public FormSheet of(UnitId unit, int year, int quarter) {
            return new FormSheet(id, unit, Period.of(Period.Kind.QUARTER, year, quarter));
        }
    }

    public Form make(UnitId owner) {
        int number = NUMBER.incrementAndGet();
        int victims = element(owner, number, "NAN", "Người bị bạo lực gia đình", "người", "COUNT");
        int helped = element(owner, number, "HO-TRO", "Người được hỗ trợ", "người", "COUNT");
        int both = element(owner, number, "CONG", "Cộng", "lượt", "COUNT");
        int model = element(owner, number, "MO-HINH", "Có mô hình can thiệp", "", "YES_NO");
        int money = element(owner, number, "TIEN", "Kinh phí của mô hình", "triệu đồng", "AMOUNT");
        int key = jdbc.sql("""
            insert into figure_form (code, unit_id, name_vi, name_en, help, period_kind, cut_off, levels, due_days,
                                     valid_during, state, created_at, created_by, updated_at, updated_by)
            values (:code, :owner, 'Biểu bạo lực gia đình', 'Domestic violence form', 'Ghi số của cả quý.', 'QUARTER',
                    'CALENDAR', '{COMMUNE}', 10, '[2025-01-01,)', 'ACTIVE', now(), uuidv7(), now(), uuidv7())
            returning key
            """)
                .param("code", "NHAP-" + number)
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
        section(key, 1, "Người bị bạo lực và người được hỗ trợ", new Integer[] {1, 2}, 0);
        section(key, 2, "Mô hình", new Integer[] {0}, null);
        row(key, 1, 1, victims, new Short[0], null, true);
        row(key, 1, 2, helped, new Short[0], null, false);
        row(key, 1, 3, both, new Short[] {1, 2}, null, false);
        row(key, 2, 1, model, new Short[0], null, false);
        row(key, 2, 2, money, new Short[0], model, false);
        FormId id = jdbc.sql("select id from figure_form where key = :key")
                .param("key", key)
                .query((row, n) -> FormId.of(row.getString(1)))
                .single();
        return new Form(id, key, victims, helped, both, model, money);
    }

    private int element(UnitId owner, int number, String code, String name, String unit, String kind) {
        return jdbc.sql("""
            insert into data_element (code, name, unit, kind, unit_id) values (:code, :name, :unit, :kind, :owner) returning key
            """)
                .param("code", "NHAP-" + number + "." + code)
                .param("name", name)
                .param("unit", unit)
                .param("kind", kind)
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    private void section(int form, int place, String title, Integer[] columns, @Nullable Integer total) {
        jdbc.sql("""
            insert into figure_form_section (form_key, place, title_vi, column_keys, total_key)
            values (:form, :place, :title, :columns, :total)
            """)
                .param("form", form)
                .param("place", place)
                .param("title", title)
                .param("columns", columns)
                .param("total", total)
                .update();
    }

    private void row(
            int form,
            int section,
            int place,
            int element,
            Short[] totalOf,
            @Nullable Integer shownIf,
            boolean required) {
        jdbc.sql("""
            insert into figure_form_row (form_key, section, place, element_key, total_of, shown_if_element,
                                         shown_if_breakdown, required)
            values (:form, :section, :place, :element, :totalOf, :shownIf, :shownBreakdown, :required)
            """)
                .param("form", form)
                .param("section", section)
                .param("place", place)
                .param("element", element)
                .param("totalOf", totalOf)
                .param("shownIf", shownIf)
                .param("shownBreakdown", shownIf == null ? null : 0)
                .param("required", required)
                .update();
    }
}
