package vn.binhquyen.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a draft as it stands now, and what somebody answered to it.
 *
 * @param subject names the doubtful thing from one check to the next, with the finding's rule
 * @param item the item to be mended; null where it is the plan itself or something absent
 * @param answer null while it is open
 */
public record Doubt(
        Finding finding,
        String subject,
        @Nullable UUID item,
        @Nullable Answer answer) {

    /** "That is right, because …" */
    public record Answer(String reason, String by, OffsetDateTime at) {}

    public boolean open() {
        return answer == null;
    }
}
