package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.binhquyen.audit.AuditKey;

/**
 * Where the key of the audit record lies: in {@code BINHQUYEN_AUDIT_KEY} (Base64), else in a file of the data folder that
 * only its owner reads, made at the first start. Without that very key nothing that was recorded can be proved.
 */
@Configuration(proxyBeanMethods = false)
public class AuditKeyFile {

    private static final int LENGTH = 32;

    @Bean
    AuditKey auditKey(@Value("${binhquyen.audit-key:}") String given, @Value("${binhquyen.data:./data}") Path folder)
            throws IOException {
        return read(given.isBlank() ? null : given, folder, true);
    }

    /**
     * @param given the key itself in Base64, or null where it lies in the folder
     * @param make whether a missing file is made
     * @throws IOException where the file can't be read, or is missing and not to be made
     */
    static AuditKey read(@Nullable String given, Path folder, boolean make) throws IOException {
        if (given != null) {
            return new AuditKey(Base64.getDecoder().decode(given.strip()));
        }
        Path file = folder.resolve("keys").resolve("audit");
        if (make && !Files.exists(file)) {
            make(file);
        }
        return new AuditKey(Base64.getDecoder().decode(Files.readString(file).strip()));
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "audit",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(secret));
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.delete(unfinished);
        }
    }
}
