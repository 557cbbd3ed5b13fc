package vn.binhquyen.audit;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret with which entries are marked and links hashed. It lies outside the database: who has only that can't forge. */
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException where the secret is shorter than 32 bytes */
    public AuditKey(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("the key of the audit record needs 32 bytes, it has " + secret.length);
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    byte[] hash(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
