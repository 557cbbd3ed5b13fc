package vn.binhquyen.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyChange;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyType;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.query.AgencyRow;

/**
 * What is typed about an agency.
 *
 * @param type code of its type; its kind follows from it
 * @param standing only when it is new
 * @param aliases one to a line; only when it is new
 * @param from the first day of the agency, or of its new name
 * @param correction whether the name of before was never right
 * @param version the one that was seen; null when it is new
 */
record AgencyForm(
        @NotBlank(message = "{organization.agency.name.missing}")
        @Size(max = 200, message = "{organization.too-long}")
        @Nullable
        String name,

        @Size(max = 60, message = "{organization.too-long}") @Nullable
        String shortName,

        @Nullable AgencyKind kind,
        @Nullable String type,
        @Nullable Boolean standing,

        @Size(max = 2000, message = "{organization.too-long}") @Nullable
        String aliases,

        @Nullable String from,
        @Nullable Boolean correction,
        @Nullable Long version) {
    static AgencyForm empty(LocalDate today) {
        return new AgencyForm("", "", null, null, false, "", TypedDay.show(today), false, null);
    }

    static AgencyForm of(AgencyRow agency, LocalDate today) {
        return new AgencyForm(
                agency.name(),
                agency.shortName(),
                agency.kind(),
                agency.type(),
                agency.standing(),
                "",
                TypedDay.show(today),
                false,
                agency.version());
    }

    /** The same words, to be saved over what somebody else has saved meanwhile. */
    AgencyForm over(long version) {
        return new AgencyForm(name, shortName, kind, type, standing, aliases, from, correction, version);
    }

    /** Says at the fields what is missing. */
    void check(List<AgencyType> types, Errors errors) {
        if (kindIn(types) == null) {
            errors.rejectValue("kind", "organization.agency.kind.missing");
        }
        if (version == null || !Boolean.TRUE.equals(correction)) {
            DayField.require(from, "from", errors);
        }
    }

    NewAgency toNew(UnitId unit, List<AgencyType> types) {
        return new NewAgency(
                unit,
                required(name).strip(),
                blankToNull(shortName),
                required(kindIn(types)),
                blankToNull(type),
                Boolean.TRUE.equals(standing),
                aliases == null
                        ? List.of()
                        : aliases.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                TypedDay.of(from).orElseThrow());
    }

    AgencyChange toChange(List<AgencyType> types) {
        return new AgencyChange(
                required(name),
                blankToNull(shortName),
                required(kindIn(types)),
                blankToNull(type),
                Boolean.TRUE.equals(correction) ? null : TypedDay.of(from).orElseThrow(),
                required(version));
    }

    private @Nullable AgencyKind kindIn(List<AgencyType> types) {
        return types.stream()
                .filter(known -> known.code().equals(type))
                .map(AgencyType::kind)
                .findFirst()
                .orElse(kind);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "checked by validation");
    }
}
