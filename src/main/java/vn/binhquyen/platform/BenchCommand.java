package vn.binhquyen.platform;

import picocli.CommandLine.Command;

/** {@code bench}: measurements as commands that print JSON. */
@Command(
        name = "bench",
        description = "Measurements, as JSON",
        subcommands = {
            BenchReadCommand.class,
            BenchFuzzCommand.class,
            BenchPagesCommand.class,
            BenchUnitsCommand.class,
            BenchStatisticsCommand.class,
            BenchExchangeCommand.class
        })
public final class BenchCommand {}
