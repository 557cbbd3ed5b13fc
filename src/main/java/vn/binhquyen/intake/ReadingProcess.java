package vn.binhquyen.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A process of its own for one document: in the folder of its first argument it reads {@code document}, whose name stands in
 * {@code name}, and writes {@code result}, in the language of the second. Starts nothing else.
 */
public final class ReadingProcess {
    private ReadingProcess() {}

    /** @throws IOException where the result can't be handed over; the caller then sees that nothing came */
    public static void main(String[] arguments) throws IOException {
        PlanReader.quiet();
        Path folder = Path.of(arguments[0]);
        String name = Files.readString(folder.resolve("name"));
        byte[] document = Files.readAllBytes(folder.resolve("document"));
        Reading reading = new PlanReader().read(name, document, Locale.of(arguments[1]));
        Path written = Files.writeString(folder.resolve("writing"), PlanJson.writeReading(reading));
        Files.move(written, folder.resolve("result"));
        System.exit(0);
    }
}
