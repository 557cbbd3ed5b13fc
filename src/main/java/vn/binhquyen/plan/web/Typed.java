package vn.binhquyen.plan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.VietnameseNumbers;

/** Reads what people type into fields of forms; forms keep it as typed, so that an error shows it again. */
final class Typed {
    private Typed() {}

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Rejects a blank field and one that is no text of at most so many letters. */
    static void require(String field, @Nullable String text, int longest, String code, BindingResult errors) {
        if (text == null || text.isBlank()) {
            errors.rejectValue(field, code + ".needed");
        } else if (text.length() > longest) {
            errors.rejectValue(field, code + ".long");
        }
    }

    /** A number without decimals; nothing where the text is none. */
    static Optional<Integer> integer(@Nullable String text) {
        return decimal(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** "1.180", "2,5"; nothing where the text is no such number. */
    static Optional<BigDecimal> decimal(@Nullable String text) {
        return text == null ? Optional.empty() : VietnameseNumbers.parse(text);
    }

    /** "5/3/2026"; nothing where the text is no day of the calendar. */
    static Optional<LocalDate> day(@Nullable String text) {
        return TypedDay.of(text);
    }
}
