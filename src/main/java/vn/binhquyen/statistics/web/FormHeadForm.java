package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.form.CutOff;
import vn.binhquyen.statistics.form.FormHead;

/** What is typed about a form: its name, who is asked for it, how often and by when. */
record FormHeadForm(
        @NotBlank(message = "{form.code.missing}")
        @Pattern(regexp = "\\s*[A-Za-z0-9][A-Za-z0-9./-]{0,39}\\s*|\\s*", message = "{form.code.wrong}")
        @Nullable
        String code,

        @NotBlank(message = "{form.name.missing}") @Size(max = 300, message = "{organization.too-long}") @Nullable
        String nameVi,

        @Size(max = 300, message = "{organization.too-long}") @Nullable
        String nameEn,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String help,

        @NotNull(message = "{form.kind.missing}") Period.@Nullable Kind periodKind,

        @NotNull(message = "{form.cut-off.missing}") @Nullable
        CutOff cutOff,

        @NotEmpty(message = "{form.levels.missing}") @Nullable
        List<Level> levels,

        @Nullable AgencyKind agencyKind,

        @Pattern(regexp = "\\s*(?:\\d{1,2}|1[0-7]\\d|180)\\s*", message = "{form.due-days.wrong}")
        @NotBlank(message = "{form.due-days.wrong}")
        @Nullable
        String dueDays,

        @Nullable String from,
        @Nullable Long version) {

    static FormHeadForm empty() {
        return new FormHeadForm(
                "", "", "", "", Period.Kind.QUARTER, CutOff.CALENDAR, List.of(Level.COMMUNE), null, "10", "", null);
    }

    static FormHeadForm of(FormHead head, long version) {
        return new FormHeadForm(
                head.code(),
                head.nameVi(),
                head.nameEn(),
                head.help(),
                head.periodKind(),
                head.cutOff(),
                List.copyOf(head.levels()),
                head.agencyKind(),
                String.valueOf(head.dueDays()),
                TypedDay.show(head.from()),
                version);
    }

    void check(Errors errors) {
        if (cutOff == CutOff.ADMINISTRATIVE && periodKind != null && !periodKind.isAdministrative()) {
            errors.rejectValue("cutOff", "form.cut-off.none");
        }
        if (TypedDay.of(from).isEmpty()) {
            errors.rejectValue("from", "organization.date.wrong");
        }
    }

    FormHead toHead(@Nullable UnitId owner) {
        return new FormHead(
                Objects.requireNonNull(code).strip().toUpperCase(Locale.ROOT),
                owner,
                Objects.requireNonNull(nameVi).strip(),
                nameEn == null ? "" : nameEn.strip(),
                help == null ? "" : help.strip(),
                Objects.requireNonNull(periodKind),
                Objects.requireNonNull(cutOff),
                Set.copyOf(Objects.requireNonNull(levels)),
                agencyKind,
                Integer.parseInt(Objects.requireNonNull(dueDays).strip()),
                TypedDay.of(from).orElseThrow());
    }
}
