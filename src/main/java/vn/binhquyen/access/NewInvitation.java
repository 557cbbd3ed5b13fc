package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Role;

/** Whom to ask to open an account, and for which post; it begins on the day that the person accepts. */
public record NewInvitation(Person person, @Nullable String position, Set<Role> roles) {}
