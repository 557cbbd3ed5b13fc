package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir
    Path data;

    @Test
    void keys_made_at_the_first_start_open_what_was_sealed_at_the_next() throws Exception {
        byte[] closed = new Keyset("", data).seal(SECRET, "here");
        assertThat(new Keyset("", data).open(closed, "here")).isEqualTo(SECRET);
    }

    @Test
    void only_the_owner_can_read_the_keys() throws Exception {
        new Keyset("", data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keyset.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_keyset_that_is_set_stands_before_the_folder() throws Exception {
        new Keyset("", data);
        String keys = Files.readString(data.resolve("keyset.json"));
        byte[] closed = new Keyset(keys, data.resolve("other")).seal(SECRET, "here");
        assertThat(data.resolve("other")).doesNotExist();
        assertThat(new Keyset(data.resolve("keyset.json").toString(), data).open(closed, "here"))
                .isEqualTo(SECRET);
    }

    @Test
    void what_was_moved_to_another_place_or_sealed_with_other_keys_stays_closed() throws Exception {
        Keyset keys = new Keyset("", data);
        byte[] closed = keys.seal(SECRET, "here");
        assertThatThrownBy(() -> keys.open(closed, "there")).isInstanceOf(IllegalStateException.class);
        Keyset others = new Keyset("", data.resolve("other"));
        assertThatThrownBy(() -> others.open(closed, "here")).isInstanceOf(IllegalStateException.class);
    }
}
