package vn.binhquyen.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same hashing of passwords with little memory: fixtures open accounts by the hundred. */
@TestConfiguration(proxyBeanMethods = false)
class CheapPasswords {
    @Bean
    @Primary
    PasswordEncoder cheapPasswordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 256, 1);
    }
}
