package vn.binhquyen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The application in a process of its own, as a user starts it; for tests that kill it. */
public final class RunningApplication implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Ready: (http://localhost:\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("First administrator: quantri +(\\S+)");

    private final Process process;
    private final Path folder;
    private final Path output;

    private RunningApplication(Process process, Path folder, Path output) {
        this.process = process;
        this.folder = folder;
        this.output = output;
    }

    /** Starts {@code serve --no-demo} on the folder, on a free port; does not wait. */
    public static RunningApplication launch(Path folder) throws IOException {
        return launch(folder, "serve", "--no-demo");
    }

    /** Starts any command on the folder; does not wait. */
    public static RunningApplication launch(Path folder, String... arguments) throws IOException {
        Path output = Files.createTempFile("binhquyen-serve", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "vn.binhquyen.platform.BinhQuyen"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("BINHQUYEN_DATA", folder.toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("BINHQUYEN_ACCESS_SECOND_FACTOR", "offered");
        builder.environment().remove("BINHQUYEN_DATABASE_URL");
        return new RunningApplication(builder.start(), folder, output);
    }

    /** Starts it and waits until it says that it is ready. */
    public static RunningApplication start(Path folder) throws IOException {
        RunningApplication application = launch(folder);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !application.process.isAlive() || application.find(READY) != null);
        if (application.find(READY) == null) {
            throw new IOException("the application did not start: " + application.output());
        }
        return application;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String address() throws IOException {
        return required(READY);
    }

    /** The password of the first administrator, printed at the first start of a folder only. */
    public String administratorPassword() throws IOException {
        return required(PASSWORD);
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** @return the exit status */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the application did not end");
        }
        return process.exitValue();
    }

    /** Ends the application as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the database server as {@code kill -9} does; the application lives on. */
    public void killDatabase() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops the application as Ctrl+C does. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(output);
    }

    private String required(Pattern pattern) throws IOException {
        String found = find(pattern);
        if (found == null) {
            throw new IOException("not in the output: " + pattern);
        }
        return found;
    }

    private @org.jspecify.annotations.Nullable String find(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(output());
        return matcher.find() ? matcher.group(1) : null;
    }
}
