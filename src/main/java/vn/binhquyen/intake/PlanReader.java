package vn.binhquyen.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The door of this room: reads a document of any supported kind into a plan. Needs no database and no web. */
public final class PlanReader {

    /** @param locale language of refusals and findings: Vietnamese, or English for any other */
    public Reading read(String fileName, byte[] content, Locale locale) {
        throw new UnsupportedOperationException(fileName + content.length + locale);
    }

    /** @throws IOException where the file can't be opened */
    public Reading read(Path file, Locale locale) throws IOException {
        throw new UnsupportedOperationException(file.toString() + locale);
    }
}
