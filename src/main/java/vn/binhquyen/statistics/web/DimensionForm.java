package vn.binhquyen.statistics.web;

import static java.util.stream.Collectors.joining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.catalogue.DimensionDraft;

/**
 * What is typed about a dimension.
 *
 * @param options one a line: code | name | English name; "#" before it where it is no longer used
 */
record DimensionForm(
        @Nullable String code,

        @NotBlank(message = "{catalogue.refused.name}") @Size(max = 200, message = "{organization.too-long}") @Nullable
        String nameVi,

        @Size(max = 200, message = "{organization.too-long}") @Nullable
        String nameEn,

        @NotNull(message = "{catalogue.choose.missing}") @Nullable
        Adds adds,

        @Nullable Boolean verified,

        @Size(max = 1000, message = "{organization.too-long}") @Nullable
        String note,

        @Size(max = 20_000, message = "{organization.too-long}") @Nullable
        String options,

        @Nullable Long version,

        @Size(max = 500, message = "{organization.too-long}") @Nullable
        String reason) {

    static DimensionForm empty() {
        return new DimensionForm("", "", "", Adds.ALL, true, "", "", null, "");
    }

    static DimensionForm of(DimensionDraft draft, long version) {
        return new DimensionForm(
                draft.code(),
                draft.nameVi(),
                draft.nameEn(),
                draft.adds(),
                draft.verified(),
                draft.note(),
                draft.options().stream()
                        .map(option -> (option.retired() ? "# " : "") + option.code() + " | " + option.nameVi() + " | "
                                + option.nameEn())
                        .collect(joining("\n")),
                version,
                "");
    }

    /** The same over what somebody else saved meanwhile. */
    DimensionForm over(long other) {
        return new DimensionForm(code, nameVi, nameEn, adds, verified, note, options, other, reason);
    }

    /** @param fixed the code of the entry that is changed; null where a new one is defined */
    DimensionDraft toDraft(@Nullable String fixed) {
        return new DimensionDraft(
                fixed == null ? Typed.text(code) : fixed,
                Typed.text(nameVi),
                Typed.text(nameEn).isEmpty() ? Typed.text(nameVi) : Typed.text(nameEn),
                Objects.requireNonNull(adds),
                Boolean.TRUE.equals(verified),
                Typed.text(note),
                Typed.text(options)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(DimensionForm::option)
                        .toList());
    }

    private static DimensionDraft.Option option(String line) {
        boolean retired = line.strip().startsWith("#");
        List<String> parts = List.of((retired ? line.strip().substring(1) : line).split("\\|", -1));
        String name = parts.size() > 1 ? parts.get(1).strip() : "";
        String english = parts.size() > 2 ? parts.get(2).strip() : "";
        return new DimensionDraft.Option(parts.getFirst().strip(), name, english.isEmpty() ? name : english, retired);
    }
}
