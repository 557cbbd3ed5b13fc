package vn.binhquyen.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;

/**
 * What a spreadsheet of people would do.
 *
 * @param id to invite them by; null where there is an error
 * @param first the first ten people
 * @param errors the first 500
 */
public record SheetPreview(
        @Nullable UUID id,
        String fileName,
        int people,
        long byMail,
        List<Row> first,
        List<Error> errors,
        int errorCount,
        int errorLines) {
    /** A person as it was understood. */
    public record Row(
            int line,
            String name,
            @Nullable String position,
            AgencyId agency,
            String agencyName,
            Set<Role> roles,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * What is wrong in one cell.
     *
     * @param cell as the spreadsheet names it, such as "C7"
     * @param code the key of the sentence
     */
    public record Error(int line, String cell, String written, String code, List<Object> arguments) {}
}
