package vn.binhquyen.platform;

import picocli.CommandLine.Command;

/** {@code audit}: what can be asked of the record without the application. */
@Command(
        name = "audit",
        description = "Nhật ký / the record of who did what",
        mixinStandardHelpOptions = true,
        subcommands = AuditVerifyCommand.class)
public final class AuditCommand {}
