package vn.binhquyen.access;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, whatever their post; blank words are none.
 *
 * @param email null where none is known
 * @param phone null where none is known
 */
public record Person(
        String name, @Nullable String email, @Nullable String phone) {
    public Person {
        name = name.strip();
        email = orNull(email);
        phone = orNull(phone);
    }

    static Person of(Account account) {
        return new Person(account.name(), account.email(), account.phone());
    }

    private static @Nullable String orNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
