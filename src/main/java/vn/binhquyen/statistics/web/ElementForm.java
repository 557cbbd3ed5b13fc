package vn.binhquyen.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.DataElement.OverTime;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.ElementDraft;

/** What is typed about a countable thing. */
record ElementForm(
        @Nullable String code,
        @Nullable CatalogueSet set,

        @NotBlank(message = "{catalogue.refused.name}") @Size(max = 300, message = "{organization.too-long}") @Nullable
        String nameVi,

        @Size(max = 300, message = "{organization.too-long}") @Nullable
        String nameEn,

        @Size(max = 60, message = "{organization.too-long}") @Nullable
        String unit,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        Kind kind,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        OverTime overTime,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        OverUnits overUnits,

        @Nullable Boolean sensitive,
        @Nullable Boolean verified,

        @Size(max = 1000, message = "{organization.too-long}") @Nullable
        String note,

        @Nullable Long version,

        @Size(max = 500, message = "{organization.too-long}") @Nullable
        String reason) {

    static ElementForm empty() {
        return new ElementForm(
                "", CatalogueSet.LOCAL, "", "", "", Kind.COUNT, OverTime.SUM, OverUnits.SUM, false, true, "", null, "");
    }

    static ElementForm of(ElementDraft draft, long version) {
        return new ElementForm(
                draft.code(),
                draft.set(),
                draft.nameVi(),
                draft.nameEn(),
                draft.unit(),
                draft.kind(),
                draft.overTime(),
                draft.overUnits(),
                draft.sensitive(),
                draft.verified(),
                draft.note(),
                version,
                "");
    }

    /** The same over what somebody else saved meanwhile. */
    ElementForm over(long other) {
        return new ElementForm(
                code, set, nameVi, nameEn, unit, kind, overTime, overUnits, sensitive, verified, note, other, reason);
    }

    /** @param fixed the code of the entry that is changed; null where a new one is defined */
    ElementDraft toDraft(@Nullable String fixed) {
        return new ElementDraft(
                fixed == null ? Typed.text(code) : fixed,
                set == null ? CatalogueSet.LOCAL : set,
                Typed.text(nameVi),
                Typed.text(nameEn),
                Typed.text(unit),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(overTime),
                Objects.requireNonNull(overUnits),
                Boolean.TRUE.equals(sensitive),
                Boolean.TRUE.equals(verified),
                Typed.text(note));
    }
}
