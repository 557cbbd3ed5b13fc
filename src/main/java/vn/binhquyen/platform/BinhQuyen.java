package vn.binhquyen.platform;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one entry point: hands the command line to the command that was named. */
@Command(
        name = "binhquyen",
        description = "Bình Quyền: plans, reports and figures of gender-equality work",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, ReadCommand.class, BenchCommand.class})
public final class BinhQuyen {
    private BinhQuyen() {}

    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new BinhQuyen());
        int status = commands.execute(args.length == 0 ? new String[] {"--help"} : args);
        if (status != ServeCommand.KEEPS_RUNNING) {
            System.exit(status);
        }
    }
}
