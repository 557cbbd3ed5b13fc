package vn.binhquyen.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyChange;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.query.AgencyRow;

/**
 * What is typed about an agency.
 *
 * @param aliases one to a line; only when it is new
 * @param from only when it is new
 * @param version the one that was seen; null when it is new
 */
record AgencyForm(
        @NotBlank(message = "{organization.agency.name.missing}")
        @Size(max = 200, message = "{organization.too-long}")
        @Nullable
        String name,

        @Size(max = 60, message = "{organization.too-long}") @Nullable
        String shortName,

        @NotNull(message = "{organization.agency.kind.missing}") @Nullable
        AgencyKind kind,

        @Nullable Boolean standing,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String aliases,

        @Nullable String from,

        @Nullable Long version) {
    static AgencyForm empty(LocalDate today) {
        return new AgencyForm("", "", null, false, "", TypedDate.show(today), null);
    }

    static AgencyForm of(AgencyRow agency) {
        return new AgencyForm(
                agency.name(), agency.shortName(), agency.kind(), agency.standing(), "", null, agency.version());
    }

    /** The same words, to be saved over what somebody else has saved meanwhile. */
    AgencyForm over(long version) {
        return new AgencyForm(name, shortName, kind, standing, aliases, from, version);
    }

    NewAgency toNew(UnitId unit) {
        return new NewAgency(
                unit,
                required(name).strip(),
                blankToNull(shortName),
                required(kind),
                Boolean.TRUE.equals(standing),
                aliases == null
                        ? List.of()
                        : aliases.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                TypedDate.of(from).orElseThrow());
    }

    AgencyChange toChange() {
        return new AgencyChange(
                required(name),
                blankToNull(shortName),
                required(kind),
                Boolean.TRUE.equals(standing),
                required(version));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "checked by validation");
    }
}
