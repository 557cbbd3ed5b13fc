package vn.binhquyen.statistics.quality;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.WrittenFigures;

/** What is found on random figures of several units and periods is what one finds by going through them cell by cell. */
@IntegrationTest
class ChecksPropertiesTest {
    private static final List<Period> YEARS = List.of(Period.year(2024), Period.year(2025));
    private static final String NUM = "NQ28-3.2a.NUM";
    private static final String DEN = "NQ28-3.2a.DEN";
    private static final List<String> SEXES = List.of("", "sex:female", "sex:male");
    private static final List<String> AGES = List.of("", "age:0-15", "age:16-59", "age:60+");

    @Autowired
    Provinces provinces;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WrittenFigures figures;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private final Map<String, Commune> communes = new TreeMap<>();

    @BeforeEach
    void found() {
        province = provinces.found();
        for (Commune commune : List.of(province.commune(), province.anotherCommune(2), province.anotherCommune(3))) {
            communes.put(commune.unit().toString(), commune);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_engine_finds_what_going_through_cell_by_cell_finds(long seed) {
        Random random = new Random(seed);
        Set<String> expected = new HashSet<>();
        communes.forEach((unit, commune) -> {
            for (Period year : YEARS) {
                Map<String, Integer> sheet = sheet(random);
                figures.write(commune.standingOfficer(), commune.unit(), year, sheet);
                byHand(sheet).forEach(found -> expected.add(unit + " " + year.year() + " " + found));
            }
        });
        refresh();
        assertThat(kept()).isEqualTo(expected).isNotEmpty();
    }

    /** One cell after another, some left out; small numbers, so that parts often make their whole. */
    private static Map<String, Integer> sheet(Random random) {
        Map<String, Integer> sheet = new HashMap<>();
        for (String element : List.of(NUM, DEN)) {
            for (String sex : SEXES) {
                for (String age : AGES) {
                    if (random.nextInt(4) > 0) {
                        int usual = (sex.isEmpty() ? 2 : 1) * (age.isEmpty() ? 3 : 1);
                        sheet.put(name(element, sex, age), usual + (random.nextInt(4) == 0 ? random.nextInt(3) : 0));
                    }
                }
            }
        }
        return sheet;
    }

    private static String name(String element, String sex, String age) {
        String options = String.join(
                ";", Stream.of(age, sex).filter(each -> !each.isEmpty()).toList());
        return options.isEmpty() ? element : element + "[" + options + "]";
    }

    private static List<String> byHand(Map<String, Integer> sheet) {
        List<String> found = new ArrayList<>();
        for (String element : List.of(NUM, DEN)) {
            for (String sex : SEXES) {
                for (String age : AGES) {
                    Integer whole = sheet.get(name(element, sex, age));
                    if (whole != null) {
                        if (age.isEmpty()) {
                            found.addAll(parts(
                                    sheet, whole, name(element, sex, age), "age", names(element, List.of(sex), AGES)));
                        }
                        if (sex.isEmpty()) {
                            found.addAll(parts(
                                    sheet, whole, name(element, sex, age), "sex", names(element, SEXES, List.of(age))));
                        }
                        if (age.isEmpty() && sex.isEmpty()) {
                            found.addAll(parts(sheet, whole, element, "age,sex", names(element, SEXES, AGES)));
                        }
                    }
                }
            }
        }
        Integer left = total(sheet, NUM);
        Integer right = total(sheet, DEN);
        if (left != null && right != null && left > right) {
            found.add("RULE:NQ28-3.2a " + NUM);
        }
        return found;
    }

    /** All combinations of the options, without those that leave one open where there is a choice. */
    private static List<String> names(String element, List<String> sexes, List<String> ages) {
        List<String> names = new ArrayList<>();
        for (String sex : sexes) {
            for (String age : ages) {
                boolean open = (sexes.size() > 1 && sex.isEmpty()) || (ages.size() > 1 && age.isEmpty());
                if (!open) {
                    names.add(name(element, sex, age));
                }
            }
        }
        return names;
    }

    private static List<String> parts(
            Map<String, Integer> sheet, int whole, String wholeName, String by, List<String> parts) {
        List<String> above = new ArrayList<>();
        int sum = 0;
        boolean all = true;
        for (String part : parts) {
            Integer figure = sheet.get(part);
            all &= figure != null;
            sum += figure == null ? 0 : figure;
            if (figure != null && figure > whole) {
                above.add((by.equals("sex") && part.contains("sex:female") ? "WOMEN " : "PART:" + by + " ") + part);
            }
        }
        if (above.isEmpty() && (all ? sum != whole : sum > whole)) {
            return List.of("SUM:" + by + " " + wholeName);
        }
        return above;
    }

    /** What was given, else what its parts make: by age, by both, by sex. */
    private static @Nullable Integer total(Map<String, Integer> sheet, String element) {
        Integer given = sheet.get(element);
        if (given != null) {
            return given;
        }
        for (List<String> parts : List.of(
                names(element, List.of(""), AGES), names(element, SEXES, List.of("")), names(element, SEXES, AGES))) {
            if (sheet.keySet().containsAll(parts)) {
                return parts.stream().mapToInt(sheet::get).sum();
            }
        }
        return null;
    }

    private void refresh() {
        beans.createBean(LookedAt.class).all();
    }

    private Set<String> kept() {
        return jdbc.sql("""
            select concat_ws(' ', unit.id, finding.period_key / 100 % 10000, check_code,
                             element.code || case when combination = '{}' then ''
                                                  else '[' || array_to_string(combination, ';') || ']' end)
              from figure_finding finding
              join unit on unit.key = unit_key
              join data_element element on element.key = element_key
              join breakdown on breakdown.key = breakdown_key
             where finding.province_id = :province
            """).param("province", province.consolidator().province()).query(String.class).list().stream()
                .collect(toSet());
    }
}
