package vn.binhquyen.platform;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.binhquyen.intake.PlanReader;

/** The one entry point: hands the command line to the command that was named. */
@Command(
        name = "binhquyen",
        description = "Bình Quyền: plans, reports and figures of gender-equality work",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, ReadCommand.class, AuditCommand.class, BenchCommand.class})
public final class BinhQuyen {
    private BinhQuyen() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ReadCommand.NAME)) {
            Thread.ofPlatform().daemon().start(PlanReader::prepare);
        }
        CommandLine commands = new CommandLine(new BinhQuyen());
        int status = commands.execute(args.length == 0 ? new String[] {"--help"} : args);
        if (status != ServeCommand.KEEPS_RUNNING) {
            System.exit(status);
        }
    }
}
