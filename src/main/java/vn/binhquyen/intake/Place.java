package vn.binhquyen.intake;

/**
 * Where a fact stands in the {@link DocumentText}: the line and column of its first character, both counted from 1, and
 * its length in characters. A place may run over several lines; each line break in between counts as one character.
 */
public record Place(int line, int column, int length) {}
