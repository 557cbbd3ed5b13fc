package vn.binhquyen.intake.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact that rules read and administrators keep. */
public sealed interface RegisterEntry permits LegalDocument, ObsoleteBody {

    /** What people know it by. */
    String name();

    /** Last day on which it held; null while it holds. */
    @Nullable
    LocalDate lastDay();

    /** Where it was read. */
    String source();

    /** False where it was not confirmed in a published text. */
    boolean confirmed();
}
