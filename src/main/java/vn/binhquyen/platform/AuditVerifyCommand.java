package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.binhquyen.audit.AuditCheck;
import vn.binhquyen.audit.AuditKey;
import vn.binhquyen.platform.database.DataFolder;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.platform.database.DatabaseLogin;

/**
 * {@code audit verify}: goes through the whole record, beside a running application or without one. Ends with 0 where
 * nothing was touched, with 1 where something was, with 2 where it can't be asked.
 */
@Command(
        name = "verify",
        description = "Kiểm tra nhật ký có bị sửa, xóa, chèn sau lưng ứng dụng không.",
        mixinStandardHelpOptions = true)
public final class AuditVerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment = System.getenv();

    public AuditVerifyCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = Path.of(environment.getOrDefault("BINHQUYEN_DATA", "./data"));
        try {
            AuditKey key = AuditKeyFile.read(environment.get("BINHQUYEN_AUDIT_KEY"), folder, false);
            String url = environment.get("BINHQUYEN_DATABASE_URL");
            if (url != null) {
                return say(check(
                        new DatabaseLogin(
                                url,
                                environment.getOrDefault("BINHQUYEN_DATABASE_USER", ""),
                                environment.getOrDefault("BINHQUYEN_DATABASE_PASSWORD", "")),
                        key));
            }
            try (Database database = Database.embedded(folder)) {
                return say(check(database.application(), key));
            } catch (DataFolder.InUse running) {
                return say(check(Database.ofRunning(folder), key));
            }
        } catch (IOException | SQLException failure) {
            spec.commandLine()
                    .getErr()
                    .println("Không kiểm tra được / The record can't be verified: " + failure.getMessage());
            return 2;
        }
    }

    static AuditCheck.Report check(DatabaseLogin login, AuditKey key) {
        var source = new DriverManagerDataSource(login.url(), login.user(), login.password());
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        AuditCheck check = AuditCheck.on(JdbcClient.create(source), key, Clock.systemUTC());
        return Objects.requireNonNull(transaction.execute(status -> check.check()));
    }

    private int say(AuditCheck.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Đã niêm phong, đã kiểm tra / sealed and gone through: %d%n", report.links());
        out.printf("Chưa niêm phong / not sealed yet: %d%n", report.unsealed());
        out.printf("Trước khi có niêm phong / from before there were seals: %d%n", report.before());
        report.faults().stream()
                .limit(SHOWN)
                .forEach(found -> out.printf(
                        "%s  province %d%s%s%n",
                        found.fault(),
                        found.province(),
                        found.number() == null ? "" : "  link " + found.number(),
                        found.entry() == null ? "" : "  entry " + found.entry()));
        if (report.faults().size() > SHOWN) {
            out.printf("… %d%n", report.faults().size());
        }
        out.println(
                report.faults().isEmpty()
                        ? "Nhật ký nguyên vẹn / the record is whole."
                        : "Nhật ký đã bị động tới / the record was tampered with: "
                                + report.faults().size());
        out.flush();
        return report.faults().isEmpty() ? 0 : 1;
    }
}
