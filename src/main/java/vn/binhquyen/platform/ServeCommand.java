package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.binhquyen.Application;
import vn.binhquyen.platform.database.DataFolder;
import vn.binhquyen.platform.database.Database;

/** {@code serve}: starts the database and the web application, and says in plain words what it does. */
@Command(name = "serve", description = "Start the application on http://localhost:8080")
public final class ServeCommand implements Callable<Integer> {
    /** The status by which the entry point knows that it must not end the process. */
    public static final int KEEPS_RUNNING = -1;

    @Option(names = "--no-demo", description = "start empty, without the demonstration")
    private boolean withoutDemonstration;

    private volatile @Nullable ConfigurableApplicationContext context;

    private final Map<String, String> environment = System.getenv();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws InterruptedException {
        Database database;
        try {
            database = openDatabase();
        } catch (DataFolder.InUse inUse) {
            out.println("Bình Quyền đã chạy trên thư mục dữ liệu này rồi; không khởi động lần thứ hai.");
            out.println("Bình Quyền is already running on this data folder: " + inUse.getMessage());
            return 2;
        } catch (IOException | SQLException failure) {
            out.println("Không mở được cơ sở dữ liệu / The database can't be opened: " + failure.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database), "shutdown"));
        try {
            start(database);
            return KEEPS_RUNNING;
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(ServeCommand.class).error("The application did not start", failure);
            out.println("Ứng dụng không khởi động được; nguyên nhân ở trên."
                    + " / The application did not start; the cause stands above.");
            return 1;
        }
    }

    private Database openDatabase() throws IOException, InterruptedException, SQLException {
        String url = environment.get("BINHQUYEN_DATABASE_URL");
        if (url != null) {
            out.println("Dùng cơ sở dữ liệu bên ngoài / Using the external database " + url);
            return Database.external(
                    url,
                    environment.getOrDefault("BINHQUYEN_DATABASE_USER", ""),
                    environment.getOrDefault("BINHQUYEN_DATABASE_PASSWORD", ""));
        }
        Path folder = Path.of(environment.getOrDefault("BINHQUYEN_DATA", "./data"));
        out.println("Khởi động cơ sở dữ liệu trong / Starting the database in "
                + folder.toAbsolutePath().normalize());
        return Database.embedded(folder);
    }

    private void start(Database database) {
        out.println("Khởi động ứng dụng / Starting the application");
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(database.springProperties());
        application.addInitializers(starting -> starting.getBeanFactory()
                .registerSingleton(
                        "beforeServing",
                        new BeforeServing(() -> starting.getBean(FirstStart.class)
                                .prepare(!withoutDemonstration && database.isEmbedded(), out))));
        ConfigurableApplicationContext running = application.run();
        context = running;
        String port = running.getEnvironment().getProperty("local.server.port");
        out.println("Sẵn sàng / Ready: http://localhost:" + port + "   (Ctrl+C: dừng / stop)");
    }

    private void close(Database database) {
        try {
            ConfigurableApplicationContext running = context;
            if (running != null) {
                running.close();
            }
            database.close();
        } catch (IOException failure) {
            LoggerFactory.getLogger(ServeCommand.class).error("The database server did not stop cleanly", failure);
        }
    }
}
