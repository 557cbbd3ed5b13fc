package vn.binhquyen;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.binhquyen.platform.BenchReadCommand;
import vn.binhquyen.platform.ReadCommand;

/** The one entry point: hands the command line to the command that was named. */
@Command(
        name = "binhquyen",
        subcommands = {ReadCommand.class, BinhQuyen.Bench.class})
public final class BinhQuyen {

    /** Groups the benchmarks. */
    @Command(
            name = "bench",
            subcommands = {BenchReadCommand.class})
    static final class Bench {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BinhQuyen()).execute(args));
    }
}
