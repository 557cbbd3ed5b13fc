package vn.binhquyen.access;

import java.time.LocalDate;
import java.util.Set;
import vn.binhquyen.kernel.Role;

/**
 * What somebody leaves to another for the days of an absence.
 *
 * @param username of the person who is to act
 */
public record NewDelegation(String username, Set<Role> roles, LocalDate from, LocalDate lastDay, String reason) {}
