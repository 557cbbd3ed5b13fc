package vn.binhquyen.statistics.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula as people read it: names instead of codes. */
public record SpokenFormula(List<Word> words) {
    public SpokenFormula {
        words = List.copyOf(words);
    }

    /**
     * @param sign a sign of arithmetic or a number; empty where an element is named
     * @param element null where a sign stands
     * @param optionsVi of its breakdown, in words; empty for the total
     */
    public record Word(
            String sign,
            @Nullable ElementId element,
            String nameVi,
            String nameEn,
            List<String> optionsVi,
            List<String> optionsEn) {

        public String name(boolean english) {
            return english && !nameEn.isEmpty() ? nameEn : nameVi;
        }

        public String options(boolean english) {
            return String.join(", ", english ? optionsEn : optionsVi);
        }
    }
}
