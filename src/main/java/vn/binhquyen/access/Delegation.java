package vn.binhquyen.access;

import java.time.LocalDate;
import java.util.Set;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Role;

/**
 * Days on which somebody acts for an absent person.
 *
 * @param absent the name of the person in whose post
 * @param delegate the name of the person who acts
 * @param ended whether it was ended by hand
 */
public record Delegation(
        DelegationId id,
        PostId post,
        String absent,
        String agencyName,
        AccountId account,
        String delegate,
        Set<Role> roles,
        LocalDate from,
        LocalDate lastDay,
        String reason,
        boolean ended) {
    public boolean isOpen(LocalDate today) {
        return !ended && !today.isAfter(lastDay);
    }
}
