package vn.binhquyen.access;

import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.VietnameseText;

/**
 * What a new password must be: long, and none of those that guessers try first. Nothing is said about kinds of
 * characters, and passwords set under an earlier rule go on being valid.
 */
@Component
class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    /** Fewer different characters than this are a pattern, not a password. */
    private static final int FEWEST_DIFFERENT = 5;

    private static final int SHORTEST_NAME = 3;

    private final CommonPasswords common;

    PasswordRule(CommonPasswords common) {
        this.common = common;
    }

    /** @throws Refused where the password may not be used by this person */
    void require(String password, String username, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new Refused("access.password-too-short", SHORTEST);
        }
        if (length > LONGEST) {
            throw new Refused("access.password-too-long", LONGEST);
        }
        String plain = plain(password);
        if (holds(plain, plain(username)) || holds(plain, plain(name))) {
            throw new Refused("access.password-holds-name");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT || common.contains(password)) {
            throw new Refused("access.password-common");
        }
    }

    private static boolean holds(String password, String name) {
        return name.length() >= SHORTEST_NAME && password.contains(name);
    }

    /** Letters and digits without case and accents. */
    static String plain(String text) {
        return VietnameseText.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
