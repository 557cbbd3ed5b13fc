package vn.binhquyen.publishing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the table of looks and the measures of the page into CSS. */
final class StyleSheet {
    /** "Single" line spacing of Liberation Serif and Times New Roman, relative to the size. */
    private static final double SINGLE = 1.149;

    private static final String FIXED = """
        html, body { margin: 0; padding: 0; font-family: '%s'; color: black; }
        p, h1, h2, h3, h4, h5, h6 { font-weight: normal; orphans: 2; widows: 2; }
        b { font-weight: bold; }
        .kept { page-break-after: avoid; }
        .above-table { -fs-page-break-min-height: 100pt; }
        .sequence.upright { page: upright; }
        .sequence.lying { page: lying; width: %smm; }
        .sequence.annex { page-break-before: always; -fs-page-sequence: start; }
        .rule { border-top: 0.75pt solid black; height: 0; margin: 2pt auto 4pt auto; }
        .frame { border: 0.75pt solid black; margin: 8pt 0 0 1mm; padding: 1pt 0; }
        .frame p { margin: 0 !important; }
        .columns { display: table; table-layout: fixed; width: 100%%; border-collapse: collapse; }
        .columns.kept { margin-top: 12pt; page-break-inside: avoid; page-break-before: avoid; }
        .row { display: table-row; }
        .cell { display: table-cell; vertical-align: top; }
        table { width: 100%%; table-layout: fixed; border-collapse: separate; border-spacing: 0; margin-top: 6pt;
                border-left: 0.5pt solid black; -fs-table-paginate: paginate; }
        tr { page-break-inside: avoid; }
        thead tr:first-child th { border-top: 0.5pt solid black; }
        th, td { border-right: 0.5pt solid black; border-bottom: 0.5pt solid black;
                 padding: 0 1.5mm; vertical-align: middle; }
        thead tr:first-child .above { border-top: 0.5pt solid black; border-bottom: none; }
        .raised p { margin-top: %.1fpt; }
        .running { position: running(page-number); text-align: center; font-size: %spt; }
        .running.number:before { content: counter(page); }
        @page { size: %s; margin: %s; @top-center { content: element(page-number, start); vertical-align: middle; } }
        @page lying { size: %s; }
        """;

    private StyleSheet() {}

    static String text() {
        String fixed = String.format(
                Locale.ROOT,
                FIXED,
                Fonts.FAMILY,
                Page.textWidth(true),
                raised(),
                Style.PAGE_NUMBER.look.size,
                millimetres(Page.SHORT_SIDE, Page.LONG_SIDE),
                millimetres(Page.TOP, Page.RIGHT, Page.BOTTOM, Page.LEFT),
                millimetres(Page.LONG_SIDE, Page.SHORT_SIDE));
        return Arrays.stream(Style.values()).map(StyleSheet::rule).collect(Collectors.joining("\n", "", fixed));
    }

    /** A cell of one line, upwards. */
    private static double raised() {
        Style.Look look = Style.TABLE_HEADER.look;
        return -(look.size * SINGLE + look.after);
    }

    private static String rule(Style style) {
        Style.Look look = style.look;
        return String.format(
                Locale.ROOT,
                ".%s { font-size: %spt; font-weight: %s; font-style: %s; text-align: %s; text-indent: %smm;"
                        + " margin: %spt %smm %spt %smm; line-height: %.3f; }",
                style.id(),
                look.size,
                look.bold ? "bold" : "normal",
                look.italic ? "italic" : "normal",
                switch (look.alignment) {
                    case LEFT -> "left";
                    case CENTRE -> "center";
                    case RIGHT -> "right";
                    case JUSTIFIED -> "justify";
                },
                look.firstLine,
                look.before,
                look.right,
                look.after,
                look.left,
                look.leading * SINGLE);
    }

    private static String millimetres(double... lengths) {
        return Arrays.stream(lengths).mapToObj(length -> length + "mm").collect(Collectors.joining(" "));
    }
}
