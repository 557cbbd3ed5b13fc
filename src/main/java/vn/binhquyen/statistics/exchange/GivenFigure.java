package vn.binhquyen.statistics.exchange;

/**
 * A figure as a file gives it, in the file's words.
 *
 * @param row its number in the file, from 1
 * @param period as DHIS2 writes it: "202604", "2026Q2", "2026S1", "2026"
 * @param breakdown "sex:female;age:60+"; empty for the total
 */
record GivenFigure(int row, String unit, String element, String period, String breakdown, String value) {}
