package vn.binhquyen.intake.web.registers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.intake.knowledge.ObsoleteBody;

/**
 * What is typed about a body that ended.
 *
 * @param others one to a line
 * @param version the one that was seen; null when it is new
 */
record ObsoleteBodyForm(
        @NotBlank(message = "{register.body.name.missing}") @Size(max = 200, message = "{register.too-long}") @Nullable
        String name,

        @Size(max = 2000, message = "{register.too-long}") @Nullable
        String others,

        @NotBlank(message = "{register.body.last-day.missing}") @Nullable
        String lastDay,

        @Size(max = 200, message = "{register.too-long}") @Nullable
        String successor,

        @NotBlank(message = "{register.source.missing}") @Size(max = 500, message = "{register.too-long}") @Nullable
        String source,

        @Nullable Boolean confirmed,
        @Nullable Long version)
        implements RegisterForm<ObsoleteBody> {

    static ObsoleteBodyForm empty() {
        return new ObsoleteBodyForm("", "", "", "", "", false, null);
    }

    static ObsoleteBodyForm of(ObsoleteBody entry, long version) {
        return new ObsoleteBodyForm(
                entry.name(),
                String.join("\n", entry.others()),
                DayField.say(entry.lastDay()),
                entry.successor(),
                entry.source(),
                entry.confirmed(),
                version);
    }

    @Override
    public ObsoleteBodyForm over(long other) {
        return new ObsoleteBodyForm(name, others, lastDay, successor, source, confirmed, other);
    }

    @Override
    public void check(Errors errors) {
        DayField.check(lastDay, "lastDay", errors);
    }

    @Override
    public ObsoleteBody toEntry() {
        return new ObsoleteBody(
                Objects.requireNonNull(name).strip(),
                others == null
                        ? List.of()
                        : others.replace('|', '\n')
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                Objects.requireNonNull(DayField.of(lastDay)),
                successor == null || successor.isBlank() ? null : successor.strip(),
                Objects.requireNonNull(source).strip(),
                Boolean.TRUE.equals(confirmed));
    }
}
