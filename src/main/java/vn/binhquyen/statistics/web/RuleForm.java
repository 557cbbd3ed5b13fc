package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.statistics.quality.KeptRule;
import vn.binhquyen.statistics.quality.Rule;
import vn.binhquyen.statistics.quality.Severity;

/** What is typed about a rule. */
record RuleForm(
        @NotBlank(message = "{quality.rule.code.missing}")
        @Size(max = 40, message = "{quality.rule.long}")
        @Pattern(regexp = "\\s*[A-Za-z0-9][A-Za-z0-9._-]*\\s*|\\s*", message = "{quality.rule.code.wrong}")
        @Nullable
        String code,

        @NotBlank(message = "{quality.rule.question.missing}")
        @Size(max = 300, message = "{quality.rule.long}")
        @Nullable
        String questionVi,

        @Size(max = 300, message = "{quality.rule.long}") @Nullable
        String questionEn,

        @NotNull(message = "{quality.rule.severity.missing}") @Nullable
        Severity severity,

        @NotBlank(message = "{quality.rule.side.missing}") @Nullable
        String left,

        @NotNull(message = "{quality.rule.comparator.missing}") @Nullable
        Comparator comparator,

        @NotBlank(message = "{quality.rule.side.missing}") @Nullable
        String right,

        Rule.@Nullable Against against,
        @Nullable String tolerance,

        @Size(max = 500, message = "{quality.rule.long}") @Nullable
        String adviceVi,

        @Size(max = 500, message = "{quality.rule.long}") @Nullable
        String adviceEn,

        @Nullable Long version) {
    static RuleForm empty() {
        return new RuleForm(
                "", "", "", Severity.ERROR, "", Comparator.AT_MOST, "", Rule.Against.SAME, "", "", "", null);
    }

    static RuleForm of(KeptRule kept) {
        Rule rule = kept.rule();
        return new RuleForm(
                rule.code(),
                rule.questionVi(),
                rule.questionEn(),
                rule.severity(),
                rule.left(),
                rule.comparator(),
                rule.right(),
                rule.against(),
                rule.tolerance().signum() == 0 ? "" : VietnameseNumbers.format(rule.tolerance()),
                rule.adviceVi(),
                rule.adviceEn(),
                kept.version());
    }

    RuleForm over(long version) {
        return new RuleForm(
                code,
                questionVi,
                questionEn,
                severity,
                left,
                comparator,
                right,
                against,
                tolerance,
                adviceVi,
                adviceEn,
                version);
    }

    void check(Errors errors) {
        if (missed() == null) {
            errors.rejectValue("tolerance", "quality.rule.tolerance.wrong");
        }
        if (comparator == Comparator.ABOUT) {
            errors.rejectValue("comparator", "quality.rule.comparator.missing");
        }
    }

    private @Nullable BigDecimal missed() {
        if (tolerance == null || tolerance.isBlank()) {
            return BigDecimal.ZERO;
        }
        return VietnameseNumbers.parse(tolerance.strip()).orElse(null);
    }

    Rule toRule(@Nullable UnitId owner) {
        return new Rule(
                text(code),
                owner,
                text(questionVi),
                text(questionEn),
                text(adviceVi),
                text(adviceEn),
                Objects.requireNonNull(severity),
                text(left),
                Objects.requireNonNull(comparator),
                text(right),
                against == null ? Rule.Against.SAME : against,
                Objects.requireNonNull(missed()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
