package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.IndicatorDraft;

/** What is typed about an indicator. */
record IndicatorForm(
        @Nullable String code,
        @Nullable CatalogueSet set,

        @Size(max = 300, message = "{organization.too-long}") @Nullable
        String field,

        @NotBlank(message = "{catalogue.refused.name}") @Size(max = 500, message = "{organization.too-long}") @Nullable
        String nameVi,

        @Size(max = 500, message = "{organization.too-long}") @Nullable
        String nameEn,

        @Size(max = 60, message = "{organization.too-long}") @Nullable
        String unit,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        Direction direction,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        Computation computation,

        @Nullable String per,
        @Nullable String decimals,
        @Nullable Boolean bySex,
        @Nullable String naturalLow,
        @Nullable String naturalHigh,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String numerator,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String denominator,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String definition,

        @Size(max = 500, message = "{organization.too-long}") @Nullable
        String source,

        @Size(max = 200, message = "{organization.too-long}") @Nullable
        String periodicity,

        @Size(max = 300, message = "{organization.too-long}") @Nullable
        String responsible,

        @Nullable Boolean verified,
        @Nullable Long version,

        @Size(max = 500, message = "{organization.too-long}") @Nullable
        String reason) {

    static IndicatorForm empty() {
        return new IndicatorForm(
                "",
                CatalogueSet.LOCAL,
                "",
                "",
                "",
                "%",
                Direction.UP,
                Computation.RATIO,
                "100",
                "1",
                false,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                true,
                null,
                "");
    }

    static IndicatorForm of(IndicatorDraft draft, long version) {
        return new IndicatorForm(
                draft.code(),
                draft.set(),
                draft.field(),
                draft.nameVi(),
                draft.nameEn(),
                draft.unit(),
                draft.direction(),
                draft.computation(),
                VietnameseNumbers.format(draft.per()),
                String.valueOf(draft.decimals()),
                draft.bySex(),
                show(draft.naturalLow()),
                show(draft.naturalHigh()),
                draft.numerator(),
                draft.denominator(),
                draft.definition(),
                draft.source(),
                draft.periodicity(),
                draft.responsible(),
                draft.verified(),
                version,
                "");
    }

    /** The same over what somebody else saved meanwhile. */
    IndicatorForm over(long other) {
        return new IndicatorForm(
                code,
                set,
                field,
                nameVi,
                nameEn,
                unit,
                direction,
                computation,
                per,
                decimals,
                bySex,
                naturalLow,
                naturalHigh,
                numerator,
                denominator,
                definition,
                source,
                periodicity,
                responsible,
                verified,
                other,
                reason);
    }

    void check(Errors errors) {
        number(per, "per", errors);
        number(naturalLow, "naturalLow", errors);
        number(naturalHigh, "naturalHigh", errors);
        if (!Typed.text(decimals).matches("[0-6]?")) {
            errors.rejectValue("decimals", "catalogue.refused.decimals");
        }
    }

    private static void number(@Nullable String typed, String field, Errors errors) {
        if (!Typed.text(typed).isEmpty()
                && VietnameseNumbers.parse(Typed.text(typed)).isEmpty()) {
            errors.rejectValue(field, "catalogue.number.wrong");
        }
    }

    /** @param fixed the code of the entry that is changed; null where a new one is defined */
    IndicatorDraft toDraft(@Nullable String fixed) {
        return new IndicatorDraft(
                fixed == null ? Typed.text(code) : fixed,
                set == null ? CatalogueSet.LOCAL : set,
                Typed.text(field),
                Typed.text(nameVi),
                Typed.text(nameEn),
                Typed.text(unit),
                Objects.requireNonNull(direction),
                Objects.requireNonNull(computation),
                VietnameseNumbers.parse(Typed.text(per)).orElse(BigDecimal.ONE),
                Typed.text(decimals).isEmpty() ? 0 : Integer.parseInt(Typed.text(decimals)),
                Boolean.TRUE.equals(bySex),
                VietnameseNumbers.parse(Typed.text(naturalLow)).orElse(null),
                VietnameseNumbers.parse(Typed.text(naturalHigh)).orElse(null),
                Typed.text(numerator),
                Typed.text(denominator),
                Typed.text(definition),
                Typed.text(source),
                Typed.text(periodicity),
                Typed.text(responsible),
                Boolean.TRUE.equals(verified));
    }

    private static String show(@Nullable BigDecimal number) {
        return number == null ? "" : VietnameseNumbers.format(number);
    }
}
