package vn.binhquyen.reporting;

import java.util.UUID;

/** A file that goes with a report, without its bytes. */
public record Annex(UUID id, String name, String mediaType, int size) {}
