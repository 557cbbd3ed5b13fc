package vn.binhquyen.monitoring.query;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** Names what the formulas of an indicator ask for. */
@Component
class Parts {
    private final Elements elements;

    Parts(Elements elements) {
        this.elements = elements;
    }

    /** Those above the line first. */
    List<Part> of(Definition definition) {
        List<String> above = codes(definition.numerator());
        List<String> below = codes(definition.denominator());
        Map<String, DataElement> known =
                elements
                        .withCodes(Stream.concat(above.stream(), below.stream())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(toMap(DataElement::code, element -> element));
        return Stream.concat(parts(above, known, false), parts(below, known, true))
                .toList();
    }

    private static Stream<Part> parts(List<String> codes, Map<String, DataElement> known, boolean denominator) {
        return codes.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(element -> new Part(Objects.requireNonNull(element), denominator));
    }

    private static List<String> codes(@Nullable String formula) {
        return formula == null
                ? List.of()
                : Formula.parse(formula).terms().stream()
                        .map(Term::element)
                        .distinct()
                        .toList();
    }
}
