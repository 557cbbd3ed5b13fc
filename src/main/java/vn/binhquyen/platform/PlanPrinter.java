package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.Reading;

/** Reads files and prints what they say, in the order asked. */
final class PlanPrinter {

    enum Format {
        json,
        text
    }

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Enough that no core waits for a long document before others may be printed, and few are held in memory. */
    private static final int MOST_AHEAD = 2 * CORES;

    private final Format format;
    private final String language;
    private final PrintWriter out;
    private final PrintWriter err;
    private int printed;
    private boolean allRead = true;

    /** @param language of the remarks: vi or en */
    PlanPrinter(Format format, String language, PrintWriter out, PrintWriter err) {
        this.format = format;
        this.language = language;
        this.out = out;
        this.err = err;
    }

    /** What one file gave: what to print, or what to complain of, or both. */
    private record Answer(
            @Nullable String printed, @Nullable String complaint) {}

    /**
     * Whether every file was read. The readers have threads of the platform: virtual ones that wait for one another to load a
     * class hold on to their cores, and where there are few cores, all may wait for ever.
     */
    boolean print(List<String> files) {
        PlanReader.quiet();
        var reader = new PlanReader();
        boolean array = format == Format.json && files.size() > 1;
        try (var threads = Executors.newFixedThreadPool(Math.min(CORES, files.size()))) {
            var ahead = new ArrayDeque<CompletableFuture<Answer>>();
            for (String file : files) {
                if (ahead.size() == MOST_AHEAD) {
                    print(ahead.remove().join(), array);
                }
                ahead.add(CompletableFuture.supplyAsync(() -> answer(reader, file), threads));
            }
            ahead.forEach(answer -> print(answer.join(), array));
        }
        if (array) {
            out.print(printed > 0 ? " ]" : "[ ]");
        }
        if (array || printed > 0) {
            out.println();
        }
        out.flush();
        return allRead;
    }

    private Answer answer(PlanReader reader, String file) {
        try {
            return switch (reader.read(Path.of(file), Locale.of(language))) {
                case Reading.Plan read -> new Answer(written(read.plan()), null);
                case Reading.Refused refused -> new Answer(written(refused.document()), refused.message());
            };
        } catch (IOException | InvalidPathException e) {
            return new Answer(null, ("vi".equals(language) ? "Không mở được tệp: " : "Cannot open the file: ") + file);
        }
    }

    /** What is no plan, but known, is written with what its head says. */
    private @Nullable String written(@Nullable Object document) {
        return switch (format) {
            case json -> document == null ? null : PlanJson.writeIndented(document);
            case text -> document instanceof ReadPlan plan ? PlanSummary.of(plan) : null;
        };
    }

    private void print(Answer answer, boolean array) {
        if (answer.printed() != null) {
            out.print(printed++ > 0 ? array ? ", " : System.lineSeparator() : array ? "[ " : "");
            out.print(answer.printed());
        }
        if (answer.complaint() != null) {
            err.println(answer.complaint());
            err.flush();
            allRead = false;
        }
    }
}
