package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.OverTime;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.catalogue.CatalogueEditing;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.ElementDraft;
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.WrittenFigures;

/** What is withheld of a sensitive thing from who doesn't answer for the units; the tests' day is 15 January 2026. */
@IntegrationTest
class WithholdingTest {
    private static final Period Q3 = Period.of(Kind.QUARTER, 2025, 3);
    private static final Period Q4 = Period.of(Kind.QUARTER, 2025, 4);
    private static final Period YEAR = Period.year(2025);
    private static final LocalDate CHANGED = LocalDate.of(2026, 1, 1);

    @Autowired
    Provinces provinces;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    CatalogueEditing editing;

    @Autowired
    WrittenFigures written;

    @Autowired
    Rollups rollups;

    @Autowired
    Figures figures;

    @Autowired
    Withholding withholding;

    @Autowired
    Elements elements;

    @Autowired
    CurrentActor current;

    private Province province;
    private Commune first;
    private Commune second;
    private Commune third;
    private Where communes;
    private Actor stranger;

    /** Codes of two sensitive things that nobody else gives: over all provinces one decision is made. */
    private String found;

    private String helped;

    @BeforeEach
    void prepare() {
        province = provinces.found();
        first = province.commune();
        second = province.anotherCommune(2);
        third = province.anotherCommune(3);
        communes = new Where.Below(province.unit(), Level.COMMUNE);
        stranger = provinces.found().consolidator();
        found = sensitive("NGUOI-PHAT-HIEN");
        helped = sensitive("NGUOI-DUOC-GIUP");
    }

    private String sensitive(String name) {
        Actor officer = province.consolidator();
        String code = name + province.unit().value().toString().replaceAll("\\W", "");
        ElementDraft draft = new ElementDraft(
                code,
                CatalogueSet.LOCAL,
                "Người",
                "",
                "người",
                DataElement.Kind.COUNT,
                OverTime.SUM,
                OverUnits.SUM,
                true,
                true,
                "");
        current.as(officer, () -> editing.define(officer, province.unit(), draft));
        return code;
    }

    @Test
    void small_numbers_of_sensitive_things_are_withheld_from_who_does_not_answer_for_the_units() {
        give(first, Q4, 3);
        give(second, Q4, 50);
        give(third, Q4, 60);
        assertThat(shown(province.consolidator(), communes, Drawn.THEN))
                .containsOnly(
                        Map.entry(first.unit(), Optional.of("3")),
                        Map.entry(second.unit(), Optional.of("50")),
                        Map.entry(third.unit(), Optional.of("60")));
        assertThat(shown(stranger, communes, Drawn.THEN))
                .containsOnly(
                        Map.entry(first.unit(), Optional.empty()),
                        Map.entry(second.unit(), Optional.empty()),
                        Map.entry(third.unit(), Optional.of("60")));
        assertThat(shown(stranger, Where.unit(province.unit()), Drawn.THEN))
                .containsEntry(province.unit(), Optional.of("113"));
        assertThat(shown(stranger, Where.unit(second.unit()), Drawn.THEN))
                .as("asked for alone it is withheld as well, or the difference would tell")
                .containsEntry(second.unit(), Optional.empty());
        assertThat(read(stranger, List.of(what(found)), Where.unit(first.unit()), List.of(Q4), Drawn.THEN))
                .singleElement()
                .extracting(Reading::marks)
                .isEqualTo(Set.of(Mark.SUPPRESSED));
    }

    @Test
    void small_numbers_that_todays_boundaries_make_are_withheld_and_whatever_would_tell_them() {
        give(first, Q4, 1);
        give(second, Q4, 2);
        give(third, Q4, 60);
        give(province.anotherCommune(5), Q4, 70);
        UnitId merged = province.merged(4, CHANGED, first, second).unit();
        assertThat(shown(province.consolidator(), communes, Drawn.TODAY).values())
                .containsExactlyInAnyOrder(Optional.of("3"), Optional.of("60"), Optional.of("70"));
        assertThat(shown(stranger, communes, Drawn.TODAY).values())
                .containsExactlyInAnyOrder(Optional.empty(), Optional.empty(), Optional.of("70"));
        assertThat(shown(stranger, Where.unit(merged), Drawn.TODAY)).containsEntry(merged, Optional.empty());
        assertThat(shown(stranger, communes, Drawn.THEN))
                .containsEntry(first.unit(), Optional.empty())
                .containsEntry(second.unit(), Optional.empty())
                .as("or the province without today's others would tell what was withheld today")
                .containsEntry(third.unit(), Optional.empty());
    }

    @Test
    void what_a_commune_gave_that_moved_to_another_province_is_withheld_in_both() {
        give(first, Q4, 3);
        give(second, Q4, 50);
        give(third, Q4, 60);
        Province other = provinces.found();
        give(other.commune(), Q4, 80);
        move(first.unit(), other.unit(), CHANGED);
        for (Drawn drawn : Drawn.values()) {
            assertThat(shown(stranger, Where.unit(first.unit()), drawn)).containsEntry(first.unit(), Optional.empty());
            assertThat(shown(stranger, new Where.Below(other.unit(), Level.COMMUNE), drawn))
                    .doesNotContainValue(Optional.of("3"));
        }
        assertThat(shown(stranger, communes, Drawn.THEN))
                .containsEntry(second.unit(), Optional.empty())
                .containsEntry(third.unit(), Optional.of("60"));
    }

    @Test
    void where_a_commune_moved_within_the_year_the_sums_of_before_are_looked_at_as_they_were() {
        give(first, Q3, 30);
        give(second, Q3, 50);
        give(third, Q3, 60);
        Province other = provinces.found();
        give(other.commune(), Q3, 3);
        give(other.anotherCommune(2), Q3, 20);
        give(other.anotherCommune(3), Q3, 40);
        move(first.unit(), other.unit(), LocalDate.of(2025, 10, 1));
        Where there = new Where.Below(other.unit(), Level.COMMUNE);
        assertThat(totals(read(stranger, List.of(what(found)), there, List.of(Q3), Drawn.THEN)))
                .as("the province gave 63, of which the small one may not be what is left")
                .containsExactlyInAnyOrder(Optional.empty(), Optional.empty(), Optional.of("40"));
    }

    @Test
    void a_small_number_is_withheld_whatever_kind_of_periods_gives_it() {
        Period schoolYear = Period.of(Kind.SCHOOL_YEAR, 2024, 1);
        give(first, schoolYear, 3);
        give(first, YEAR, 4);
        give(second, YEAR, 50);
        give(third, YEAR, 60);
        for (Period quarter : List.of(Q3, Q4)) {
            write(first, quarter, Map.of(found, 0, found + "[sex:female]", 0));
        }
        assertThat(totals(read(
                        stranger,
                        List.of(what(found)),
                        Where.unit(first.unit()),
                        List.of(schoolYear, YEAR),
                        Drawn.THEN)))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void what_would_tell_a_small_number_is_withheld_whatever_kind_of_periods_what_is_asked_with_it_chooses() {
        Period half = Period.of(Kind.HALF_YEAR, 2025, 1);
        write(first, half, bySex(helped, 9, 9));
        for (Period quarter : Periods.parts(half, Kind.QUARTER)) {
            write(first, quarter, bySex(found, 20, 30));
            write(first, quarter, bySex(helped, 15, quarter.number() == 1 ? 0 : 2));
            write(second, quarter, bySex(helped, 20, 25));
        }
        List<What> ofHelped = bySex(helped);
        List<What> both = new ArrayList<>(ofHelped);
        both.addAll(bySex(found).subList(0, 2));
        FigureQuery query = new FigureQuery(both, Where.unit(first.unit()), List.of(YEAR), Drawn.THEN, Nature.ACTUAL);
        List<Reading> shown = current.as(stranger, () -> figures.readTogether(query, List.of(both))).getFirst().stream()
                .filter(reading -> ofHelped.contains(reading.what()))
                .toList();
        assertThat(shown)
                .as("beside those who were found, who were helped comes from the quarters: 32, 30 and 2")
                .extracting(Reading::madeOf)
                .containsOnly(Kind.QUARTER);
        assertThat(totals(shown))
                .filteredOn(Optional::isEmpty)
                .as("the small one and one of those of which it is the rest")
                .hasSizeGreaterThan(1);
    }

    @Test
    void what_is_left_of_a_total_is_withheld_though_nobody_gave_it() {
        write(first, Q4, Map.of(found, 53, found + "[sex:female]", 50));
        write(second, Q4, Map.of(found, 80, found + "[sex:female]", 60));
        write(third, Q4, Map.of(found, 90, found + "[sex:female]", 70));
        List<What> given = bySex(found).subList(0, 2);
        assertThat(totals(read(stranger, given, Where.unit(first.unit()), List.of(Q4), Drawn.THEN)))
                .as("all but women are three")
                .contains(Optional.empty());
        assertThat(totals(read(stranger, given, Where.unit(third.unit()), List.of(Q4), Drawn.THEN)))
                .containsExactly(Optional.of("90"), Optional.of("70"));
    }

    @Test
    void a_share_that_is_given_as_such_is_withheld_where_its_terms_are_sensitive() {
        String share = "NQ28-3.2a.VAL";
        write(first, Q4, Map.of(share, 80));
        List<What> what = List.of(what(share));
        Where where = Where.unit(first.unit());
        assertThat(totals(read(first.standingOfficer(), what, where, List.of(Q4), Drawn.THEN)))
                .containsExactly(Optional.of("80"));
        assertThat(totals(read(stranger, what, where, List.of(Q4), Drawn.THEN)))
                .as("with the denominator it would tell the numerator")
                .containsExactly(Optional.empty());
    }

    @Test
    void of_a_village_nothing_of_a_sensitive_thing_is_shown_to_who_does_not_answer_for_it() {
        UnitId village = province.village(first);
        written.write(first.standingOfficer(), village, Q4, Map.of(found, 60));
        rollups.refresh();
        assertThat(shown(first.standingOfficer(), Where.unit(village), Drawn.THEN))
                .containsEntry(village, Optional.of("60"));
        assertThat(shown(stranger, Where.unit(village), Drawn.THEN)).containsEntry(village, Optional.empty());
    }

    @Test
    void what_is_expected_is_withheld_where_what_was_carried_out_is() {
        give(first, Q4, 3);
        give(second, Q4, 50);
        give(third, Q4, 60);
        for (Commune each : List.of(first, second, third)) {
            written.write(each.standingOfficer(), each.unit(), Q4, Nature.ESTIMATED, Map.of(found, 40));
        }
        rollups.refresh();
        FigureQuery expected =
                new FigureQuery(List.of(what(found)), communes, List.of(Q4), Drawn.THEN, Nature.ESTIMATED);
        assertThat(current.as(stranger, () -> figures.read(expected)))
                .filteredOn(reading -> reading.total() == null)
                .extracting(Reading::unit)
                .containsExactlyInAnyOrder(first.unit(), second.unit());
    }

    @Test
    void what_is_decided_of_a_thing_comes_from_the_sums_from_which_it_would_come_alone() {
        write(first, Q4, Map.of(found, 12));
        write(first, Q4, bySex(helped, 3, 4));
        assertThat(readAtOnceWithFound())
                .as("that the others are given by sex, too, would have all read from other sums")
                .containsOnly(Set.of(what(found).element()));
        write(first, Q4, bySex(found, 5, 7));
        assertThat(readAtOnceWithFound())
                .containsOnly(Set.of(what(found).element(), what(helped).element()));
    }

    /** The elements that are read at once where it is asked what is withheld of both. */
    private Set<Set<Integer>> readAtOnceWithFound() {
        Set<Set<Integer>> asked = new HashSet<>();
        Map<Integer, DataElement> both =
                current
                        .as(
                                stranger,
                                () -> elements.withKeys(Set.of(
                                        what(found).element(), what(helped).element())))
                        .stream()
                        .collect(toMap(DataElement::key, element -> element));
        withholding
                .decisions(Set.copyOf(both.values()), Set.of(), query -> {
                    asked.add(query.what().stream().map(What::element).collect(toSet()));
                    return new DrawnTables.Found(List.of(), Origins.none());
                })
                .withheld(Objects.requireNonNull(both.get(what(found).element())), Nature.ACTUAL, 2025);
        return asked;
    }

    private void move(UnitId unit, UnitId to, LocalDate on) {
        Actor admin = provinces.administrator();
        current.as(admin, () -> {
            Reorganisation change = new Reorganisation(
                    Reorganisation.Kind.MOVE, List.of(unit), List.of(), to, null, on, "Nghị quyết 4/NQ");
            reorganisations.decide(admin, reorganisations.propose(admin, admin.unit(), change), 0);
        });
    }

    private void give(Commune commune, Period period, int number) {
        write(commune, period, Map.of(found, number));
    }

    private void write(Commune commune, Period period, Map<String, Integer> numbers) {
        written.write(commune.standingOfficer(), commune.unit(), period, numbers);
        rollups.refresh();
    }

    private static Map<String, Integer> bySex(String element, int women, int men) {
        return Map.of(element, women + men, element + "[sex:female]", women, element + "[sex:male]", men);
    }

    private List<What> bySex(String element) {
        int key = what(element).element();
        return List.of(new What(key, Breakdown.TOTAL), new What(key, Breakdown.WOMEN), new What(key, Breakdown.MEN));
    }

    private What what(String element) {
        return new What(current.as(stranger, () -> written.cell(element)).element(), Breakdown.TOTAL);
    }

    private List<Reading> read(Actor reader, List<What> what, Where where, List<Period> when, Drawn drawn) {
        return current.as(reader, () -> figures.read(new FigureQuery(what, where, when, drawn, Nature.ACTUAL)));
    }

    /** What somebody sees of those found in the last quarter, by unit; empty where it is withheld. */
    private Map<UnitId, Optional<String>> shown(Actor reader, Where where, Drawn drawn) {
        Map<UnitId, Optional<String>> shown = new HashMap<>();
        read(reader, List.of(what(found)), where, List.of(Q4), drawn)
                .forEach(reading -> shown.put(reading.unit(), total(reading)));
        return shown;
    }

    private static List<Optional<String>> totals(List<Reading> readings) {
        return readings.stream().map(WithholdingTest::total).toList();
    }

    private static Optional<String> total(Reading reading) {
        return Optional.ofNullable(reading.total())
                .map(total -> total.stripTrailingZeros().toPlainString());
    }
}
