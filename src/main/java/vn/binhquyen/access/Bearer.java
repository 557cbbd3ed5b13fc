package vn.binhquyen.access;

import java.util.Set;
import java.util.UUID;

/**
 * A person as a token of theirs lets a program in.
 *
 * @param noted whether a use of the token within the last minute is noted
 */
public record Bearer(UUID token, Set<ApiScope> scopes, boolean noted, Account account) {}
