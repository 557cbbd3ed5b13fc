package vn.binhquyen.statistics.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.io.input.TeeInputStream;

/** A file that comes once, kept while it is read, so that it can be read again from its beginning; gone when closed. */
final class RereadFile implements AutoCloseable {
    private final InputStream coming;
    private final Path kept;
    private final OutputStream keeping;

    RereadFile(InputStream coming) throws IOException {
        this.coming = coming;
        this.kept = Files.createTempFile("figures", null);
        this.keeping = Files.newOutputStream(kept);
    }

    InputStream first() {
        return CloseShieldInputStream.wrap(new TeeInputStream(coming, keeping));
    }

    InputStream again() throws IOException {
        coming.transferTo(keeping);
        keeping.close();
        return Files.newInputStream(kept);
    }

    @Override
    public void close() throws IOException {
        try {
            keeping.close();
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
