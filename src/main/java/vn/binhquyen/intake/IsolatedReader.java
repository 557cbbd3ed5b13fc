package vn.binhquyen.intake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.Reading.Reason;
import vn.binhquyen.intake.ScannedPages.Count;
import vn.binhquyen.intake.text.Scans;

/**
 * Reads each document in a process of its own, with little memory and a time limit, so that a bad one hurts nobody else.
 * The process knows neither the database nor the keys: it inherits nothing but the search path for programs.
 */
@Component
class IsolatedReader {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MEMORY = "-Xmx512m";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** What the machine exits with where memory runs out. */
    private static final int OUT_OF_MEMORY = 3;

    /** The options of {@code bin/binhquyen} without which its cache of linked classes is not taken. */
    static final List<String> AS_THE_CACHE_WAS_MADE =
            List.of("--enable-native-access=ALL-UNNAMED", "-XX:-CompactStrings");

    private static final Set<String> INHERITED = Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX");

    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final boolean isolated;
    private final Duration limit;
    private final String classPath;

    @Autowired
    IsolatedReader(@Value("${binhquyen.intake.isolated:true}") boolean isolated) {
        this(isolated, LIMIT, System.getProperty("java.class.path"));
    }

    IsolatedReader(boolean isolated, Duration limit, String classPath) {
        this.isolated = isolated;
        this.limit = limit;
        this.classPath = classPath;
    }

    Reading read(String fileName, byte[] content, Locale locale) {
        return read(fileName, content, locale, count -> {});
    }

    /** @param progress told after each page of a scan */
    Reading read(String fileName, byte[] content, Locale locale, Consumer<Count> progress) {
        if (!isolated) {
            return new PlanReader().read(fileName, content, locale);
        }
        try {
            if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return refused(fileName, Reason.BUSY, locale);
            }
            try {
                return inProcess(fileName, content, locale, progress);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(fileName, Reason.BUSY, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading inProcess(String fileName, byte[] content, Locale locale, Consumer<Count> progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("binhquyen-reading");
        try {
            Files.writeString(folder.resolve("name"), fileName);
            Files.write(folder.resolve("document"), content);
            Path result = folder.resolve("result");
            var builder = new ProcessBuilder(command(folder, locale))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(INHERITED);
            Process process = builder.start();
            boolean ended;
            try {
                process.getOutputStream().close();
                ended = ends(process, folder.resolve("progress"), progress);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            process.waitFor();
            if (ended && Files.exists(result)) {
                return PlanJson.readReading(Files.readString(result));
            }
            boolean exhausted = !ended || process.exitValue() == OUT_OF_MEMORY;
            return refused(fileName, exhausted ? Reason.TOO_SLOW : Reason.UNREADABLE, locale);
        } finally {
            clear(folder);
        }
    }

    /** Waits for the end; a scan may take the time again for every page that it has read, up to a limit of its own. */
    private boolean ends(Process process, Path progress, Consumer<Count> told)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        FileTime seen = FileTime.fromMillis(0);
        long deadline = start + limit.toNanos();
        while (System.nanoTime() < Math.min(deadline, start + LONGEST_SCAN.toNanos())) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (Files.exists(progress) && Files.getLastModifiedTime(progress).compareTo(seen) > 0) {
                seen = Files.getLastModifiedTime(progress);
                deadline = System.nanoTime() + limit.toNanos();
                told.accept(count(Files.readString(progress)));
            }
        }
        return false;
    }

    private static Count count(String progress) {
        int stroke = progress.indexOf('/');
        return new Count(
                Integer.parseInt(progress.substring(0, stroke)), Integer.parseInt(progress.substring(stroke + 1)));
    }

    private List<String> command(Path folder, Locale locale) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                MEMORY,
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.add("-D" + Scans.PROGRESS + "=" + folder.resolve("progress"));
        Path links = Path.of(classPath.split(File.pathSeparator, 2)[0]).resolveSibling("read.aot");
        if (Files.exists(links)) {
            command.addAll(AS_THE_CACHE_WAS_MADE);
            command.add("-XX:AOTCache=" + links);
        }
        command.addAll(List.of("-cp", classPath));
        if (isPacked(classPath)) {
            command.add("-Dloader.main=" + ReadingProcess.class.getName());
            command.add(LAUNCHER);
        } else {
            command.add(ReadingProcess.class.getName());
        }
        command.addAll(List.of(folder.toString(), locale.getLanguage()));
        return command;
    }

    /** Whether the application runs from the one archive that holds its libraries inside. */
    private static boolean isPacked(String classPath) throws IOException {
        if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
            return false;
        }
        try (var archive = new ZipFile(classPath)) {
            return archive.getEntry("BOOT-INF/classes/") != null;
        }
    }

    private static Reading refused(String fileName, Reason reason, Locale locale) {
        return new Reading.Refused(fileName, reason, new IntakeMessages(locale).say("refused." + reason, fileName));
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }
}
