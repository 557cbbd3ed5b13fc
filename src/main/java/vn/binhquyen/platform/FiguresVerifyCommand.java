package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.binhquyen.platform.database.DataFolder;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.platform.database.DatabaseLogin;
import vn.binhquyen.statistics.query.RollupCheck;

/**
 * {@code figures verify}: adds all figures up beside the sums that are kept, beside a running application or without one.
 * Ends with 0 where they are equal, with 1 where they were not, with 2 where it can't be asked.
 */
@Command(
        name = "verify",
        description = "Cộng lại toàn bộ số liệu và so với số tổng đang lưu.",
        mixinStandardHelpOptions = true)
public final class FiguresVerifyCommand implements Callable<Integer> {
    @Option(names = "--repair", description = "cộng lại những số tổng không khớp")
    private boolean repair;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment = System.getenv();

    public FiguresVerifyCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = Path.of(environment.getOrDefault("BINHQUYEN_DATA", "./data"));
        try {
            String url = environment.get("BINHQUYEN_DATABASE_URL");
            if (url != null) {
                return say(check(new DatabaseLogin(
                        url,
                        environment.getOrDefault("BINHQUYEN_DATABASE_USER", ""),
                        environment.getOrDefault("BINHQUYEN_DATABASE_PASSWORD", ""))));
            }
            try (Database database = Database.embedded(folder)) {
                return say(check(database.application()));
            } catch (DataFolder.InUse running) {
                return say(check(Database.ofRunning(folder)));
            }
        } catch (IOException | SQLException failure) {
            spec.commandLine()
                    .getErr()
                    .println("Không kiểm tra được / The figures can't be verified: " + failure.getMessage());
            return 2;
        }
    }

    private RollupCheck.Found check(DatabaseLogin login) {
        var source = new DriverManagerDataSource(login.url(), login.user(), login.password());
        RollupCheck check =
                RollupCheck.on(JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
        return repair ? check.repair() : check.check();
    }

    private int say(RollupCheck.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Số tổng đã so / sums compared: %d%n", found.rows());
        out.printf("Không khớp / not equal: %d%n", found.wrong());
        if (repair && found.wrong() > 0) {
            out.println("Đã cộng lại / added up anew.");
        }
        out.flush();
        return found.wrong() == 0 ? 0 : 1;
    }
}
