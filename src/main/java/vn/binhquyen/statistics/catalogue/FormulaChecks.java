package vn.binhquyen.statistics.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitHierarchy;

/** Whether a formula asks only for what there is, and what holds where it is used. */
@Component
class FormulaChecks {
    private final JdbcClient jdbc;
    private final UnitHierarchy hierarchy;

    FormulaChecks(JdbcClient jdbc, UnitHierarchy hierarchy) {
        this.jdbc = jdbc;
        this.hierarchy = hierarchy;
    }

    private record Known(@Nullable UnitId owner, boolean retired) {}

    /**
     * The formula as it is kept.
     *
     * @param owner the unit below which it is to hold; null for the whole country
     * @param before what it was; what it names already may stay, retired or not
     */
    String checked(String text, @Nullable UnitId owner, String before) {
        Formula formula = Formula.parse(text);
        if (!before.isEmpty() && formula.equals(Formula.parse(before))) {
            return formula.toString();
        }
        Map<String, Known> elements = elements(formula);
        Map<String, Known> options = options(formula);
        for (Term term : formula.terms()) {
            check("element", term.element(), elements.get(term.element()), owner);
            for (String option : term.options()) {
                check("option", option, options.get(option), owner);
            }
        }
        return formula.toString();
    }

    private void check(String what, String code, @Nullable Known known, @Nullable UnitId owner) {
        if (known == null) {
            throw new Refused("catalogue.formula.unknown-" + what, code);
        }
        if (known.retired()) {
            throw new Refused("catalogue.formula.retired-" + what, code);
        }
        UnitId defined = known.owner();
        if (defined != null && (owner == null || !hierarchy.isWithin(owner, defined))) {
            throw new Refused("catalogue.formula.elsewhere-" + what, code);
        }
    }

    private Map<String, Known> elements(Formula formula) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("select code, unit_id, retired_on is not null as retired from data_element where code = any(:codes)")
                .param("codes", formula.terms().stream().map(Term::element).toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("code"), new Known(ElementRows.owner(row), row.getBoolean("retired")));
                });
        return known;
    }

    private Map<String, Known> options(Formula formula) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
            select option.dimension || ':' || option.code as code, unit_id,
                   coalesce(option.retired_on, dimension.retired_on) is not null as retired
              from breakdown_option option
              join breakdown_dimension dimension on dimension.code = option.dimension
             where option.dimension || ':' || option.code = any(:options)
            """)
                .param(
                        "options",
                        formula.terms().stream()
                                .flatMap(term -> term.options().stream())
                                .toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("code"), new Known(ElementRows.owner(row), row.getBoolean("retired")));
                });
        return known;
    }
}
