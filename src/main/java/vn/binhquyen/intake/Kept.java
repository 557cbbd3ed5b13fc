package vn.binhquyen.intake;

/**
 * An entry of a register as it is kept.
 *
 * @param version hand it back with a change, so that nobody overwrites what they have not seen
 */
public record Kept<E>(EntryId id, E entry, long version) {}
