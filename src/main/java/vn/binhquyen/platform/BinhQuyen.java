package vn.binhquyen.platform;

import java.util.Arrays;
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
        boolean reads = args.length > 0 && args[0].equals(ReadCommand.NAME);
        int status = reads ? read(args) : any(args);
        if (status != ServeCommand.KEEPS_RUNNING) {
            System.exit(status);
        }
    }

    /** Reading has to answer at once: it looks at no other command, and what it needs is loaded beside the parsing. */
    private static int read(String[] args) {
        Thread.ofPlatform().daemon().start(PlanReader::prepare);
        return new CommandLine(new ReadCommand())
                .setCommandName("binhquyen " + ReadCommand.NAME)
                .execute(Arrays.copyOfRange(args, 1, args.length));
    }

    private static int any(String[] args) {
        return new CommandLine(new BinhQuyen()).execute(args.length == 0 ? new String[] {"--help"} : args);
    }
}
