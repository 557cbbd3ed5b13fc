package vn.binhquyen.platform;

import picocli.CommandLine.Command;

/** {@code figures}: what can be asked of the figures without the application. */
@Command(
        name = "figures",
        description = "Số liệu / the figures",
        mixinStandardHelpOptions = true,
        subcommands = FiguresVerifyCommand.class)
public final class FiguresCommand {}
