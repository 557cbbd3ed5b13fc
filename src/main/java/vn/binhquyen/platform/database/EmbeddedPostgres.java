package vn.binhquyen.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in the data folder, so that an installation needs nothing but a JDK. It writes durably (a
 * confirmed change survives a power cut), listens on the loopback address only and asks for a password. A server that a
 * killed application left behind is stopped at the next start; a server that dies under a living application is
 * started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String OWNER = "binhquyen_owner";
    static final String LOGIN = "binhquyen_web";

    private static final int ATTEMPTS = 30;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path home;
    private final Path cluster;
    private final Path logFile;
    private final Properties passwords;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(Path folder) throws IOException, InterruptedException {
        home = PostgresBinaries.unpackInto(folder);
        cluster = folder.resolve("cluster");
        logFile = folder.resolve("postgres.log");
        passwords = passwords(folder.resolve("passwords"));
        stopOrphan();
        if (!Files.exists(cluster)) {
            initialise(folder);
        }
        port = freePort();
        configure();
        startPatiently();
        watch();
    }

    public static EmbeddedPostgres start(DataFolder folder) throws IOException, InterruptedException {
        return new EmbeddedPostgres(folder.path());
    }

    /** The application's connection to a server that another process runs in the folder; the fourth line is its port. */
    static Optional<DatabaseLogin> runningIn(Path folder) throws IOException {
        Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String port = Files.readAllLines(pidFile).get(3).strip();
        Properties known = passwords(folder.resolve("passwords"));
        return Optional.of(new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:" + port + "/binhquyen", LOGIN, known.getProperty("application")));
    }

    /** The connection of the owner, who migrates, to the given database. */
    public DatabaseLogin owner(String database) {
        return new DatabaseLogin(url(database), OWNER, passwords.getProperty("owner"));
    }

    /** The connection of the application, which can neither change the schema nor the audit record. */
    public DatabaseLogin application(String database) {
        return new DatabaseLogin(url(database), LOGIN, passwords.getProperty("application"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Properties passwords(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
            return passwords;
        }
        passwords.setProperty("owner", randomPassword());
        passwords.setProperty("application", randomPassword());
        Path unfinished = file.resolveSibling("passwords-unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(unfinished)) {
            passwords.store(writer, "Made at the first start; needed as long as the folder beside it is.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return passwords;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void initialise(Path folder) throws IOException, InterruptedException {
        Path unfinished = folder.resolve("cluster-unfinished");
        PostgresBinaries.deleteTree(unfinished);
        Path passwordFile = Files.createTempFile(folder, "owner", ".password");
        try {
            Files.writeString(passwordFile, passwords.getProperty("owner"));
            run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + OWNER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\ninclude 'binhquyen.conf'\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void configure() throws IOException {
        Files.writeString(cluster.resolve("binhquyen.conf"), """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 100
            shared_buffers = '256MB'
            timezone = 'Asia/Ho_Chi_Minh'
            """.formatted(port));
    }

    private void startServer() throws IOException, InterruptedException {
        run("pg_ctl", "start", "-w", "-t", "120", "-D", cluster.toString(), "-l", logFile.toString());
    }

    private void stopOrphan() throws IOException, InterruptedException {
        if (server().isPresent()) {
            log.info("A database server of an earlier, killed start is still running: stopping it");
            run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", cluster.toString());
        }
    }

    /** The running server process named by the cluster's pid file, if it is alive and is a PostgreSQL server. */
    private Optional<ProcessHandle> server() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info()
                                .command()
                                .map(c -> c.endsWith("/postgres"))
                                .orElse(false));
    }

    private void watch() throws IOException {
        server().ifPresent(process -> process.onExit().thenRun(this::restart));
    }

    private void restart() {
        if (closing) {
            return;
        }
        log.warn("The database server has ended by itself: starting it again");
        try {
            startPatiently();
            watch();
            log.info("The database server is running again");
        } catch (IOException failure) {
            log.error("The database server can't be started again; see {}", logFile, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The helpers of a killed server let go of its memory only after a moment; until then a new one can't begin. */
    private void startPatiently() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                startServer();
                return;
            } catch (IOException notYet) {
                if (attempt == ATTEMPTS || closing) {
                    throw notYet;
                }
                TimeUnit.SECONDS.sleep(1);
                stopOrphan();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", cluster.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root: for root it is run in a user namespace of its own. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile("binhquyen-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
