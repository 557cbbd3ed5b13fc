package vn.binhquyen.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.NewUnit;

/** What is typed about a new unit. */
record UnitForm(
        @NotBlank(message = "{organization.unit.name.missing}")
        @Size(max = 200, message = "{organization.too-long}")
        @Nullable
        String name,

        @NotBlank(message = "{organization.unit.code.missing}")
        @Size(max = 20, message = "{organization.too-long}")
        @Nullable
        String code,

        @NotNull(message = "{organization.unit.level.missing}") @Nullable
        Level level,

        @Nullable String from) {
    static UnitForm below(Level parent, LocalDate today) {
        return new UnitForm(
                "",
                "",
                switch (parent) {
                    case NATION -> Level.PROVINCE;
                    case PROVINCE, DISTRICT -> Level.COMMUNE;
                    case COMMUNE, VILLAGE -> Level.VILLAGE;
                },
                TypedDay.show(today));
    }

    NewUnit toNew(UnitId parent) {
        return new NewUnit(
                Objects.requireNonNull(code).strip(),
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(level),
                parent,
                TypedDay.of(from).orElseThrow());
    }
}
