package vn.binhquyen.committee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat that no decision has ended.
 *
 * @param agency null for a leader of the unit itself
 */
public record OpenSeat(UUID id, String person, @Nullable UUID agency, SeatRole role) {}
