package vn.binhquyen.statistics.exchange;

/**
 * A figure as another program gives it, in its words.
 *
 * @param row its number in the file, from 1; 1 where it comes alone
 * @param period as DHIS2 writes it: "202604", "2026Q2", "2026S1", "2026"
 * @param breakdown "sex:female;age:60+"; empty for the total
 */
public record GivenFigure(int row, String unit, String element, String period, String breakdown, String value) {}
