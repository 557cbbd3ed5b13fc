package vn.binhquyen.access;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Role;

/**
 * A post that a person is to hold.
 *
 * @param lastDay null where no end is known
 */
public record NewPost(
        @Nullable String position,
        Set<Role> roles,
        LocalDate from,
        @Nullable LocalDate lastDay) {}
