package vn.binhquyen.statistics.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.Indicator.Computation;

/** What an entry of the catalogue must be, whoever keeps it. */
final class EntryChecks {
    /** As formulas can name it. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*");

    private static final Pattern DIMENSION = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern OPTION = Pattern.compile("[a-z0-9][a-z0-9+]*(?:-[a-z0-9+]+)*");
    private static final int LONGEST_CODE = 60;

    private EntryChecks() {}

    static void code(String code) {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw new Refused("catalogue.refused.code", code);
        }
    }

    /** The sets of the country are kept by the nation. */
    static void set(CatalogueSet set, @Nullable UnitId owner) {
        if (owner != null && set != CatalogueSet.LOCAL) {
            throw new Refused("catalogue.refused.set");
        }
    }

    static void name(String name) {
        if (name.isBlank()) {
            throw new Refused("catalogue.refused.name");
        }
    }

    static void reason(String reason) {
        if (reason.isBlank()) {
            throw new Refused("catalogue.refused.reason");
        }
    }

    static void indicator(IndicatorDraft draft) {
        name(draft.nameVi());
        if (draft.per().signum() <= 0) {
            throw new Refused("catalogue.refused.per");
        }
        if (draft.decimals() < 0 || draft.decimals() > 6) {
            throw new Refused("catalogue.refused.decimals");
        }
        BigDecimal low = draft.naturalLow();
        BigDecimal high = draft.naturalHigh();
        if ((low == null) != (high == null) || (low != null && high != null && low.compareTo(high) > 0)) {
            throw new Refused("catalogue.refused.natural");
        }
        boolean narrative = draft.computation() == Computation.NARRATIVE;
        if (draft.numerator().isBlank() != narrative) {
            throw new Refused(narrative ? "catalogue.refused.numerator-idle" : "catalogue.refused.numerator");
        }
        boolean ratio = draft.computation() == Computation.RATIO;
        if (draft.denominator().isBlank() == ratio) {
            throw new Refused(ratio ? "catalogue.refused.denominator" : "catalogue.refused.denominator-idle");
        }
    }

    static void dimension(DimensionDraft draft) {
        name(draft.nameVi());
        if (draft.code().length() > LONGEST_CODE
                || !DIMENSION.matcher(draft.code()).matches()) {
            throw new Refused("catalogue.refused.dimension-code", draft.code());
        }
        if (draft.options().isEmpty()) {
            throw new Refused("catalogue.refused.no-options");
        }
        Set<String> codes = new HashSet<>();
        for (DimensionDraft.Option option : draft.options()) {
            if (option.code().length() > LONGEST_CODE
                    || !OPTION.matcher(option.code()).matches()) {
                throw new Refused("catalogue.refused.option-code", option.code());
            }
            if (option.nameVi().isBlank()) {
                throw new Refused("catalogue.refused.option-name", option.code());
            }
            if (!codes.add(option.code())) {
                throw new Refused("catalogue.refused.option-twice", option.code());
            }
        }
    }

    /** Options stay, with their codes and in their order; more may follow where that leaves no total incomplete. */
    static void options(DimensionDraft before, DimensionDraft after, boolean hasFigures) {
        for (int i = 0; i < before.options().size(); i++) {
            String code = before.options().get(i).code();
            if (after.options().size() <= i || !after.options().get(i).code().equals(code)) {
                throw new Refused("catalogue.refused.option-gone", code);
            }
        }
        if (hasFigures && before.adds() != after.adds()) {
            throw new Refused("catalogue.refused.adds-with-figures");
        }
        if (after.adds() != Adds.ALL) {
            return;
        }
        if (hasFigures && after.options().size() > before.options().size()) {
            throw new Refused("catalogue.refused.option-with-figures");
        }
        Optional<DimensionDraft.Option> retired =
                after.options().stream().filter(DimensionDraft.Option::retired).findFirst();
        retired.ifPresent(option -> {
            throw new Refused("catalogue.refused.option-retired", option.code());
        });
    }
}
