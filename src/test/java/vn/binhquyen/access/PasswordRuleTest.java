package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.kernel.Refused;

class PasswordRuleTest {
    private final PasswordRule rule = new PasswordRule(new CommonPasswords());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binhquyen-2026",
                "mat-khau-thu-1",
                "cầu gỗ trên suối",
                "trâu đen uống nước chè",
                "9f2b7c01d4e8",
                "ღღ ძველი ქალაქი"
            })
    void twelve_characters_of_any_kind_are_enough(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void eleven_characters_are_too_few_and_a_hundred_and_twenty_nine_too_many() {
        refused("cầu gỗ suố", "access.password-too-short");
        refused("cầu gỗ trên suối ".repeat(8).substring(0, 129), "access.password-too-long");
        assertThatCode(() -> check("cầu gỗ trên suối lớn, ".repeat(6).substring(0, 128)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password!!!!2024",
                "matkhau123456",
                "Mật khẩu 2026!!",
                "anhyeuem1234",
                "123456789012",
                "abcdefghijkl",
                "qwertyuiop123",
                "aaaaaaaaaaaaaa",
                "vietnamvietnam",
                "12341234123412"
            })
    void what_guessers_try_first_is_refused_even_when_dressed_up(String password) {
        refused(password, "access.password-common");
    }

    @Test
    void the_name_and_the_user_name_are_refused_however_they_are_written() {
        refused("congan1-that-dai", "access.password-holds-name");
        refused("CONGAN1-THAT-DAI", "access.password-holds-name");
        refused("luong van son 88", "access.password-holds-name");
    }

    private void check(String password) {
        rule.require(password, "congan1", "Lương Văn Sơn");
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(Refused.class)
                .extracting(refusal -> ((Refused) refusal).code())
                .isEqualTo(code);
    }
}
