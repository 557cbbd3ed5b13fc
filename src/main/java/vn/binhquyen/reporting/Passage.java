package vn.binhquyen.reporting;

/**
 * A section of a report, told in words; lines are paragraphs.
 *
 * @param version hand it back with the next change; 0 in a report that was sent
 */
public record Passage(Section section, String text, long version) {}
