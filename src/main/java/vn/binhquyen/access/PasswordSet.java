package vn.binhquyen.access;

import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;

/** The password of an account was changed by its person or set by an administrator; what it let in has to end. */
public record PasswordSet(Actor by, AccountId account) {}
