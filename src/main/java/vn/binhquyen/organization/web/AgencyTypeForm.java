package vn.binhquyen.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyType;
import vn.binhquyen.organization.Level;

/** What is typed about an entry of the catalogue of agency types. */
record AgencyTypeForm(
        @NotBlank(message = "{agency-type.code.missing}") @Size(max = 60, message = "{organization.too-long}") @Nullable
        String code,

        @NotNull(message = "{organization.agency.kind.missing}") @Nullable
        AgencyKind kind,

        @NotNull(message = "{organization.unit.level.missing}") @Nullable
        Level level,

        @Size(max = 100, message = "{organization.too-long}") @Nullable
        String tiers,

        @NotBlank(message = "{organization.agency.name.missing}")
        @Size(max = 200, message = "{organization.too-long}")
        @Nullable
        String name,

        @NotBlank(message = "{organization.agency.name.missing}")
        @Size(max = 200, message = "{organization.too-long}")
        @Nullable
        String englishName,

        @Size(max = 60, message = "{organization.too-long}") @Nullable
        String shortName,

        @Nullable String from,
        @Nullable String lastDay,
        @Nullable Boolean typical,
        @Nullable Boolean standing,

        @NotBlank(message = "{agency-type.source.missing}")
        @Size(max = 500, message = "{organization.too-long}")
        @Nullable
        String source,

        @Nullable Boolean confirmed,
        @Nullable Long version) {
    static AgencyTypeForm empty() {
        return new AgencyTypeForm("", null, Level.COMMUNE, "", "", "", "", "", "", true, false, "", false, null);
    }

    static AgencyTypeForm of(AgencyType type, long version) {
        return new AgencyTypeForm(
                type.code(),
                type.kind(),
                type.level(),
                String.join(", ", type.tiers()),
                type.name(),
                type.englishName(),
                type.shortName(),
                show(type.from()),
                show(type.lastDay()),
                type.typical(),
                type.standing(),
                type.source(),
                type.confirmed(),
                version);
    }

    AgencyTypeForm over(long version) {
        return new AgencyTypeForm(
                code,
                kind,
                level,
                tiers,
                name,
                englishName,
                shortName,
                from,
                lastDay,
                typical,
                standing,
                source,
                confirmed,
                version);
    }

    void check(Errors errors) {
        checkDay(from, "from", errors);
        checkDay(lastDay, "lastDay", errors);
    }

    private static void checkDay(@Nullable String typed, String field, Errors errors) {
        if (typed != null && !typed.isBlank() && TypedDay.of(typed).isEmpty()) {
            errors.rejectValue(field, "organization.date.wrong");
        }
    }

    AgencyType toType() {
        return new AgencyType(
                Objects.requireNonNull(code).strip().toUpperCase(Locale.ROOT),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(level),
                tiers == null
                        ? List.of()
                        : Arrays.stream(tiers.split(","))
                                .map(tier -> tier.strip().toLowerCase(Locale.ROOT))
                                .filter(tier -> !tier.isEmpty())
                                .toList(),
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(englishName).strip(),
                shortName == null || shortName.isBlank() ? null : shortName.strip(),
                TypedDay.of(from).orElse(null),
                TypedDay.of(lastDay).orElse(null),
                Boolean.TRUE.equals(typical),
                Boolean.TRUE.equals(standing),
                Objects.requireNonNull(source).strip(),
                Boolean.TRUE.equals(confirmed));
    }

    private static String show(@Nullable LocalDate day) {
        return day == null ? "" : TypedDay.show(day);
    }
}
