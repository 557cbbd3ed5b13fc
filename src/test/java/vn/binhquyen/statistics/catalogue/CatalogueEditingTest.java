package vn.binhquyen.statistics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.audit.FieldChange;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.DataElement.OverTime;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LockWaits;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class CatalogueEditingTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    CatalogueEditing editing;

    @Autowired
    CatalogueEntries entries;

    @Autowired
    Elements elements;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    Values values;

    @Autowired
    CurrentActor current;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Actor officer;
    private UnitId commune;
    private int number;

    @BeforeEach
    void found() {
        province = provinces.found();
        officer = province.commune().standingOfficer();
        commune = province.commune().unit();
        number = NUMBER.incrementAndGet();
    }

    @Test
    void an_element_that_a_commune_defined_is_found_there_and_above_and_not_elsewhere() {
        ElementId id = define(officer, commune, element("TU-SACH", "Tủ sách bình đẳng giới"));

        assertThat(find(officer, "tu sach binh dang")).contains(id);
        assertThat(find(province.consolidator(), "TU-SACH" + number)).contains(id);
        assertThat(find(province.anotherCommune(2).standingOfficer(), "TU-SACH" + number))
                .isEmpty();
        assertThat(current.as(officer, () -> entries.element(id)).owner()).isEqualTo(commune);
    }

    @Test
    void a_code_is_given_once_whoever_asks_and_however_it_is_written() {
        define(officer, commune, element("CLB", "Câu lạc bộ"));
        Actor elsewhere = province.anotherCommune(2).standingOfficer();

        assertRefused(
                "catalogue.refused.taken", () -> define(elsewhere, elsewhere.unit(), element("clb", "Câu lạc bộ")));
        assertRefused("catalogue.refused.code", () -> define(officer, commune, element("Đội ", "Đội")));
        assertRefused(
                "catalogue.refused.taken",
                () -> defineIndicator(officer, commune, share("NQ28-1.1", "POP[sex:female]", "POP")));
    }

    @Test
    void a_unit_keeps_its_own_entries_and_those_below_but_not_those_of_the_country() {
        ElementId own = define(officer, commune, element("GOC", "Góc tư vấn"));
        ElementId ofTheCountry = find(officer, "NQ28-1.1.NUM").getFirst();
        Actor sibling = province.anotherCommune(2).standingOfficer();

        change(province.consolidator(), own, named(own, "Góc tư vấn ở nhà văn hóa"), 0);

        assertThatThrownBy(() -> change(sibling, own, named(own, "Khác"), 1)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> change(officer, ofTheCountry, named(ofTheCountry, "Khác"), 0))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> define(officer, province.unit(), element("TINH", "Của tỉnh")))
                .isInstanceOf(AccessRefused.class);
        assertRefused(
                "catalogue.refused.set", () -> define(officer, commune, inSet(element("X", "X"), CatalogueSet.NQ28)));
    }

    @Test
    void people_of_the_nation_keep_what_holds_for_the_whole_country() {
        Actor statistician = statisticianOfTheNation();
        ElementId id =
                define(statistician, Organization.NATION, inSet(element("QG", "Của cả nước"), CatalogueSet.TKPTG));

        assertThat(current.as(officer, () -> entries.element(id)).owner()).isNull();
        assertThat(find(officer, "QG" + number)).containsExactly(id);
    }

    @Test
    void a_change_keeps_what_was_with_its_reason() {
        ElementId id = define(officer, commune, element("NHA", "Nhà tạm lánh"));

        change(officer, id, named(id, "Nhà tạm lánh của xã"), 0);

        List<Former> former = current.as(officer, () -> entries.former(id));
        assertThat(former).hasSize(1);
        assertThat(former.getFirst().reason()).isEqualTo("Theo góp ý");
        assertThat(former.getFirst().by()).isEqualTo(officer.name());
        assertThat(former.getFirst().changes())
                .containsExactly(new FieldChange("nameVi", "Nhà tạm lánh", "Nhà tạm lánh của xã"));
        assertRefused(
                "catalogue.refused.reason",
                () -> current.as(officer, () -> editing.change(officer, id, named(id, "Khác"), 1, " ")));
    }

    @Test
    void of_two_who_change_the_same_entry_the_second_is_told() {
        ElementId id = define(officer, commune, element("HAI", "Hai người"));
        change(officer, id, named(id, "Người thứ nhất"), 0);

        assertThatThrownBy(() -> change(province.consolidator(), id, named(id, "Người thứ hai"), 0))
                .isInstanceOf(Conflict.class);
        assertThat(current.as(officer, () -> entries.element(id)).entry().nameVi())
                .isEqualTo("Người thứ nhất");
    }

    @Test
    void what_figures_exist_for_keeps_its_meaning() {
        ElementId id = define(officer, commune, element("DEM", "Đếm"));
        write(id, Breakdown.TOTAL);

        ElementDraft draft = draft(id);
        ElementDraft measured = new ElementDraft(
                draft.code(),
                draft.set(),
                draft.nameVi(),
                "",
                draft.unit(),
                Kind.MEASURE,
                draft.overTime(),
                OverUnits.NONE,
                false,
                true,
                "");
        assertRefused("catalogue.refused.has-figures", () -> change(officer, id, measured, 0));
        change(officer, id, named(id, "Đếm kỹ"), 0);
    }

    @Test
    void a_formula_asks_only_for_what_there_is_and_what_holds_there() {
        define(officer, commune, element("A", "A"));
        Actor sibling = province.anotherCommune(2).standingOfficer();
        define(sibling, sibling.unit(), element("B", "B"));
        String a = "A" + number;
        String b = "B" + number;

        assertRefused(
                "catalogue.formula.unknown-element",
                () -> defineIndicator(officer, commune, share("C", a, "KHONG-CO")));
        assertRefused(
                "catalogue.formula.unknown-option",
                () -> defineIndicator(officer, commune, share("C", a + "[sex:other]", "POP")));
        assertRefused("catalogue.formula.elsewhere-element", () -> defineIndicator(officer, commune, share("C", a, b)));
        assertRefused(
                "catalogue.formula.no-figure", () -> defineIndicator(officer, commune, share("C", a + " + * 2", a)));
        assertRefused("catalogue.refused.denominator", () -> defineIndicator(officer, commune, share("C", a, "")));

        IndicatorId id = defineIndicator(officer, commune, share("C", a + "+1", "POP[sex:female]"));
        assertThat(current.as(officer, () -> entries.indicator(id)).entry().numerator())
                .isEqualTo(a + " + 1");
        assertThat(current.as(officer, () -> entries.inWords("POP[sex:female] / 2"))
                        .words())
                .extracting(word -> word.sign() + word.nameVi() + word.optionsVi())
                .containsExactly("Dân số[Nữ]", "/[]", "2[]");
    }

    @Test
    void an_element_is_retired_when_nothing_is_computed_from_it_any_more() {
        ElementId id = define(officer, commune, element("CU", "Cũ"));
        IndicatorId indicator = defineIndicator(officer, commune, share("TL", "CU" + number, "POP"));
        assertThat(current.as(officer, () -> entries.uses(id)))
                .extracting(FormulaUse::id)
                .containsExactly(indicator);

        assertRefused("catalogue.refused.in-formula", () -> retire(id, 0));
        current.as(officer, () -> editing.retire(officer, indicator, 0, "Hết dùng"));
        retire(id, 0);

        assertThat(find(officer, "CU" + number)).isEmpty();
        assertRefused(
                "catalogue.formula.retired-element",
                () -> defineIndicator(officer, commune, share("TL2", "CU" + number, "POP")));
        current.as(officer, () -> editing.restore(officer, id, 1, "Dùng lại"));
        assertThat(find(officer, "CU" + number)).containsExactly(id);
    }

    @Test
    void options_of_a_dimension_stay_and_more_follow_only_where_no_total_becomes_incomplete() {
        DimensionId id = current.as(
                officer,
                () -> editing.define(officer, commune, dimension(Adds.ALL, option("gan", "Gần"), option("xa", "Xa"))));

        changeDimension(
                id, dimension(Adds.ALL, option("gan", "Gần"), option("xa", "Xa"), option("rat-xa", "Rất xa")), 0);
        assertRefused(
                "catalogue.refused.option-gone",
                () -> changeDimension(id, dimension(Adds.ALL, option("xa", "Xa"), option("gan", "Gần")), 1));

        ElementId element = define(officer, commune, element("THON", "Thôn"));
        Breakdown near = combination("gan");
        write(element, near);
        assertRefused(
                "catalogue.refused.option-with-figures",
                () -> changeDimension(
                        id,
                        dimension(
                                Adds.ALL,
                                option("gan", "Gần"),
                                option("xa", "Xa"),
                                option("rat-xa", "Rất xa"),
                                option("ngoai", "Ngoài")),
                        1));
        assertRefused(
                "catalogue.refused.adds-with-figures",
                () -> changeDimension(
                        id,
                        dimension(Adds.NEVER, option("gan", "Gần"), option("xa", "Xa"), option("rat-xa", "Rất xa")),
                        1));

        changeDimension(
                id, dimension(Adds.ALL, option("gan", "Rất gần"), option("xa", "Xa"), option("rat-xa", "Rất xa")), 1);
        assertThat(current.as(officer, () -> breakdowns.named(List.of(near))).values())
                .extracting(Breakdowns.Named::nameVi)
                .containsExactly("Rất gần");
    }

    @Test
    void of_two_who_define_a_dimension_at_once_the_second_waits_and_its_own_stands_behind() throws Exception {
        AtomicReference<@Nullable CompletableFuture<DimensionId>> second = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            define(dimension("truoc-"));
            second.set(CompletableFuture.supplyAsync(() -> define(dimension("sau-"))));
            LockWaits.awaitOneThatWaitsForUs(jdbc);
        });
        assertThat(Objects.requireNonNull(second.get()).get(30, TimeUnit.SECONDS))
                .isNotNull();
        assertThat(current.as(officer, breakdowns::dimensions))
                .extracting(Breakdowns.Dimension::code)
                .endsWith("truoc-" + number, "sau-" + number);
    }

    private DimensionId define(DimensionDraft draft) {
        return current.as(officer, () -> editing.define(officer, commune, draft));
    }

    private DimensionDraft dimension(String code) {
        return new DimensionDraft(
                code + number, "Thứ tự", "Order", Adds.ALL, true, "", List.of(option("a", "A"), option("b", "B")));
    }

    @Test
    void the_delivered_catalogue_names_only_what_there_is() {
        List<IndicatorLine> all = current.as(
                officer,
                () -> entries.allIndicators(
                        officer,
                        new CatalogueFilter(
                                "", null, "", CatalogueFilter.Use.ALL, false, CatalogueFilter.Sort.CODE, null)));
        Set<String> delivered = new TreeSet<>();
        for (IndicatorLine line : all) {
            IndicatorDraft entry = line.entry();
            for (String formula : List.of(entry.numerator(), entry.denominator())) {
                if (!formula.isEmpty() && entry.set() != CatalogueSet.LOCAL) {
                    delivered.add(entry.code());
                    Formula parsed = Formula.parse(formula);
                    assertThat(current.as(
                                    officer,
                                    () -> elements.withCodes(parsed.terms().stream()
                                            .map(Term::element)
                                            .toList())))
                            .extracting(DataElement::code)
                            .containsExactlyInAnyOrderElementsOf(parsed.terms().stream()
                                    .map(Term::element)
                                    .distinct()
                                    .toList());
                }
            }
        }
        assertThat(delivered).contains("NQ28-6.4", "TKPTG-CBR", "BLGD-VU").hasSizeGreaterThanOrEqualTo(36);
    }

    private ElementId define(Actor actor, UnitId at, ElementDraft draft) {
        return current.as(actor, () -> editing.define(actor, at, draft));
    }

    private IndicatorId defineIndicator(Actor actor, UnitId at, IndicatorDraft draft) {
        return current.as(actor, () -> editing.define(actor, at, draft));
    }

    private void change(Actor actor, ElementId id, ElementDraft draft, long version) {
        current.as(actor, () -> editing.change(actor, id, draft, version, "Theo góp ý"));
    }

    private void changeDimension(DimensionId id, DimensionDraft draft, long version) {
        current.as(officer, () -> editing.change(officer, id, draft, version, "Theo góp ý"));
    }

    private void retire(ElementId id, long version) {
        current.as(officer, () -> editing.retire(officer, id, version, "Hết dùng"));
    }

    private List<ElementId> find(Actor reader, String words) {
        return current
                .as(
                        reader,
                        () -> entries.elements(
                                reader,
                                new CatalogueFilter(
                                        words,
                                        null,
                                        "",
                                        CatalogueFilter.Use.USED,
                                        false,
                                        CatalogueFilter.Sort.CODE,
                                        null)))
                .stream()
                .map(ElementLine::id)
                .toList();
    }

    private ElementDraft draft(ElementId id) {
        return current.as(officer, () -> entries.element(id)).entry();
    }

    private ElementDraft named(ElementId id, String name) {
        ElementDraft draft = draft(id);
        return new ElementDraft(
                draft.code(),
                draft.set(),
                name,
                draft.nameEn(),
                draft.unit(),
                draft.kind(),
                draft.overTime(),
                draft.overUnits(),
                draft.sensitive(),
                draft.verified(),
                draft.note());
    }

    private ElementDraft element(String code, String name) {
        return new ElementDraft(
                code + number,
                CatalogueSet.LOCAL,
                name,
                "",
                "cái",
                Kind.COUNT,
                OverTime.LAST,
                OverUnits.SUM,
                false,
                true,
                "");
    }

    private static ElementDraft inSet(ElementDraft draft, CatalogueSet set) {
        return new ElementDraft(
                draft.code(),
                set,
                draft.nameVi(),
                "",
                draft.unit(),
                draft.kind(),
                draft.overTime(),
                draft.overUnits(),
                false,
                true,
                "");
    }

    private IndicatorDraft share(String code, String numerator, String denominator) {
        return new IndicatorDraft(
                code.startsWith("NQ28") ? code : code + number,
                CatalogueSet.LOCAL,
                "Mục tiêu",
                "Tỷ lệ " + code,
                "",
                "%",
                Direction.UP,
                Computation.RATIO,
                BigDecimal.valueOf(100),
                1,
                false,
                null,
                null,
                numerator,
                denominator,
                "",
                "",
                "",
                "",
                true);
    }

    private DimensionDraft dimension(Adds adds, DimensionDraft.Option... options) {
        return new DimensionDraft("khoang-cach-" + number, "Khoảng cách", "Distance", adds, true, "", List.of(options));
    }

    private static DimensionDraft.Option option(String code, String name) {
        return new DimensionDraft.Option(code, name, name, false);
    }

    private Breakdown combination(String option) {
        TreeSet<String> combination = new TreeSet<>(Set.of("khoang-cach-" + number + ":" + option));
        return current.as(officer, () -> breakdowns.of(List.of(combination)))
                .values()
                .iterator()
                .next();
    }

    private void write(ElementId id, Breakdown by) {
        Unit unit = current.as(officer, () -> organization.unit(commune));
        int key = current.as(officer, () -> elements.withCodes(List.of(draft(id).code())))
                .getFirst()
                .key();
        current.as(
                officer,
                () -> values.write(
                        officer,
                        new Sheet(commune, unit.province(), unit.key(), Period.year(2025), Sheet.OFFICIAL),
                        UUID.randomUUID(),
                        ValueStatus.DRAFT,
                        new HashMap<>(Map.of(new Cell(key, by, Nature.ACTUAL), BigDecimal.TEN))));
    }

    private Actor statisticianOfTheNation() {
        Actor administrator = provinces.administrator();
        return current.as(
                administrator,
                () -> accounts.account(accounts.open(
                                administrator,
                                administrator.agency(),
                                new NewAccount(
                                        "thongke-" + number,
                                        "Mã Thị Hoa",
                                        null,
                                        administrator.agency(),
                                        Set.of(Role.STATISTICIAN),
                                        Provinces.PASSWORD)))
                        .actor());
    }

    private static void assertRefused(String code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
