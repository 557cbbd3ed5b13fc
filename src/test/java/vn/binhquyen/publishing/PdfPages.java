package vn.binhquyen.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF with the places where they are printed, in millimetres from the upper left corner. */
final class PdfPages extends PDFTextStripper {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    private final List<Line> lines = new ArrayList<>();

    record Line(int page, String text, double left, double right, double baseline, double size, String font) {
        double centre() {
            return (left + right) / 2;
        }
    }

    private PdfPages() {
        setSortByPosition(false);
    }

    static List<Line> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PdfPages pages = new PdfPages();
            pages.getText(document);
            return pages.lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Line line(List<Line> lines, String beginning) {
        return lines.stream()
                .filter(line -> line.text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line begins with \"%s\" in %s".formatted(beginning, lines)));
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        TextPosition first = positions.getFirst();
        TextPosition last = positions.getLast();
        lines.add(new Line(
                getCurrentPageNo(),
                text,
                first.getXDirAdj() * MILLIMETRES_PER_POINT,
                (last.getXDirAdj() + last.getWidthDirAdj()) * MILLIMETRES_PER_POINT,
                first.getYDirAdj() * MILLIMETRES_PER_POINT,
                Math.round(first.getYScale() * 10) / 10.0,
                first.getFont().getName()));
    }
}
