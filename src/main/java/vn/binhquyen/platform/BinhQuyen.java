package vn.binhquyen.platform;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.binhquyen.intake.PlanReader;

/** The one entry point: hands the command line to the command that was named. */
@Command(
        name = "binhquyen",
        description = "Bình Quyền: plans, reports and figures of gender-equality work",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            ReadCommand.class,
            AuditCommand.class,
            FiguresCommand.class,
            BenchCommand.class
        })
public final class BinhQuyen {
    private BinhQuyen() {}

    public static void main(String[] args) {
        boolean reads = args.length > 0 && args[0].equals(ReadCommand.NAME);
        int status = reads ? read(args) : any(args);
        if (status != ServeCommand.KEEPS_RUNNING) {
            System.exit(status);
        }
    }

    private static int read(String[] args) {
        Thread.ofPlatform().daemon().start(PlanReader::prepare);
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var err = new PrintWriter(System.err, true, Charset.defaultCharset());
        return read(List.of(args).subList(1, args.length), out, err);
    }

    /**
     * Reading has to answer at once: it looks at no other command, what it needs is loaded beside the parsing, and where only
     * files are named nothing is parsed, since to load the parser takes longer than to read a plan.
     */
    static int read(List<String> args, PrintWriter out, PrintWriter err) {
        if (!args.isEmpty() && args.stream().noneMatch(BinhQuyen::isToBeParsed)) {
            return new PlanPrinter(PlanPrinter.Format.json, "vi", out, err).print(args) ? 0 : 1;
        }
        return new CommandLine(new ReadCommand())
                .setCommandName("binhquyen " + ReadCommand.NAME)
                .setOut(out)
                .setErr(err)
                .execute(args.toArray(String[]::new));
    }

    /** Whether it is an option, or a file of arguments. */
    private static boolean isToBeParsed(String argument) {
        return argument.startsWith("-") || argument.startsWith("@");
    }

    private static int any(String[] args) {
        return new CommandLine(new BinhQuyen()).execute(args.length == 0 ? new String[] {"--help"} : args);
    }
}
