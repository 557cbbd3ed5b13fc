package vn.binhquyen.intake.text;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.text.page.Rule;

/**
 * Notes the straight lines and thin boxes that a page draws, in points from its upper left corner; not those that only
 * bound what is drawn.
 */
final class PdfRules {

    private static final int MOST = 5_000;
    private static final double THIN = 3;
    private static final List<String> PAINTING = List.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*");

    private final PDFStreamEngine engine;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> path = new ArrayList<>();
    private PDRectangle box = PDRectangle.A4;
    private boolean turned;
    private @Nullable Point2D at;
    private @Nullable Point2D start;

    PdfRules(PDFStreamEngine engine) {
        this.engine = engine;
    }

    void begin(PDPage page) {
        box = page.getCropBox();
        turned = page.getRotation() != 0;
        rules.clear();
        path.clear();
        at = null;
        start = null;
    }

    List<Rule> found() {
        return turned || rules.size() >= MOST ? List.of() : List.copyOf(rules);
    }

    void listen(Consumer<OperatorProcessor> register) {
        register.accept(drawing("m", numbers -> {
            at = point(numbers.get(0), numbers.get(1));
            start = at;
        }));
        register.accept(drawing("l", numbers -> lineTo(point(numbers.get(0), numbers.get(1)))));
        register.accept(drawing("h", numbers -> {
            if (start != null) {
                lineTo(start);
            }
        }));
        register.accept(drawing("re", numbers -> {
            double x = numbers.get(0);
            double y = numbers.get(1);
            box(point(x, y), point(x + numbers.get(2), y + numbers.get(3)));
        }));
        PAINTING.forEach(paint -> register.accept(drawing(paint, none -> {
            rules.addAll(path);
            path.clear();
        })));
        register.accept(drawing("n", none -> path.clear()));
    }

    private OperatorProcessor drawing(String name, Consumer<List<Double>> draw) {
        int needed = switch (name) {
            case "re" -> 4;
            case "m", "l" -> 2;
            default -> 0;
        };
        return new OperatorProcessor(engine) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                var numbers = operands.stream()
                        .filter(COSNumber.class::isInstance)
                        .map(number -> (double) ((COSNumber) number).floatValue())
                        .toList();
                if (numbers.size() >= needed && rules.size() + path.size() < MOST) {
                    draw.accept(numbers);
                }
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }

    private Point2D point(double x, double y) {
        var point = engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
        return new Point2D.Double(point.x - box.getLowerLeftX(), box.getUpperRightY() - point.y);
    }

    private void lineTo(Point2D end) {
        if (at != null) {
            add(at, end);
        }
        at = end;
    }

    /** A thin box is a line; of any other, the four sides are. */
    private void box(Point2D one, Point2D other) {
        if (Math.abs(one.getX() - other.getX()) <= THIN) {
            double x = (one.getX() + other.getX()) / 2;
            add(new Point2D.Double(x, one.getY()), new Point2D.Double(x, other.getY()));
        } else if (Math.abs(one.getY() - other.getY()) <= THIN) {
            double y = (one.getY() + other.getY()) / 2;
            add(new Point2D.Double(one.getX(), y), new Point2D.Double(other.getX(), y));
        } else {
            var corner = new Point2D.Double(other.getX(), one.getY());
            var opposite = new Point2D.Double(one.getX(), other.getY());
            add(one, corner);
            add(corner, other);
            add(other, opposite);
            add(opposite, one);
        }
    }

    private void add(Point2D from, Point2D to) {
        path.add(new Rule(
                Math.min(from.getX(), to.getX()),
                Math.min(from.getY(), to.getY()),
                Math.max(from.getX(), to.getX()),
                Math.max(from.getY(), to.getY())));
    }
}
