package vn.binhquyen.access.signin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what the database may hold but not show, with keys that lie outside it: those of the setting (the keyset itself
 * or the path of its file), else those of a file in the data folder that only its owner can read, made at the first start.
 */
@Component
class Keyset {
    private static final String FILE = "keyset.json";

    private final Aead aead;

    Keyset(
            @Value("${binhquyen.keyset:${BINHQUYEN_KEYSET:}}") String setting,
            @Value("${binhquyen.data:${BINHQUYEN_DATA:./data}}") Path data)
            throws IOException, GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                setting.isBlank() ? ofFolder(data) : ofSetting(setting.strip()), InsecureSecretKeyAccess.get());
        aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static String ofSetting(String setting) throws IOException {
        return setting.startsWith("{") ? setting : Files.readString(Path.of(setting));
    }

    private static String ofFolder(Path data) throws IOException, GeneralSecurityException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            String fresh = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            writeForOwner(file, fresh);
        }
        return Files.readString(file);
    }

    private static void writeForOwner(Path file, String keys) throws IOException {
        FileAttribute<?>[] rights =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(file, rights);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
        Files.writeString(file, keys, StandardOpenOption.WRITE);
    }

    /** @param place what the secret belongs to: opened anywhere else it stays closed */
    byte[] seal(byte[] secret, String place) {
        try {
            return aead.encrypt(secret, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the keyset can't seal", failure);
        }
    }

    byte[] open(byte[] closed, String place) {
        try {
            return aead.decrypt(closed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("sealed with other keys, or altered", failure);
        }
    }
}
