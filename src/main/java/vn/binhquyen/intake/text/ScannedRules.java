package vn.binhquyen.intake.text;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import vn.binhquyen.intake.text.page.Rule;

/** The lines that draw a table on a picture of a page: long, thin and straight. */
final class ScannedRules {

    private static final int DARK = 140;

    /** A rule is longer than any stroke of a letter, as a share of the width of the page. */
    private static final double SHORTEST = 1 / 28.0;

    /** Thicker than this, as a share of the width of the page, it is a picture or a stamp. */
    private static final double THICKEST = 1 / 200.0;

    /** Dots that a scan may have lost within a rule. */
    private static final int LOST = 4;

    /** A rule being gathered from the rows of dots that touch one another; {@code across} runs against its length. */
    private static final class Stroke {
        private int from;
        private int to;
        private final int firstAcross;
        private int lastAcross;

        Stroke(int from, int to, int across) {
            this.from = from;
            this.to = to;
            this.firstAcross = across;
            this.lastAcross = across;
        }

        boolean touches(int otherFrom, int otherTo, int across) {
            return across - lastAcross <= 2 && otherFrom <= to && from <= otherTo;
        }

        void widen(int otherFrom, int otherTo, int across) {
            from = Math.min(from, otherFrom);
            to = Math.max(to, otherTo);
            lastAcross = across;
        }

        int breadth() {
            return lastAcross - firstAcross + 1;
        }

        double middle() {
            return (firstAcross + lastAcross) / 2.0;
        }
    }

    private interface Dots {
        boolean test(int along, int across);
    }

    private ScannedRules() {}

    /** In dots. They are wiped off the picture, since they disturb who reads the letters between them. */
    static List<Rule> take(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean[] dark = dark(picture);
        int shortest = (int) (width * SHORTEST);
        int thickest = Math.max(3, (int) (width * THICKEST));
        List<Stroke> level = strokes(width, height, shortest, thickest, (x, y) -> dark[y * width + x]);
        List<Stroke> upright = strokes(height, width, shortest, thickest, (y, x) -> dark[y * width + x]);
        Graphics2D wiping = picture.createGraphics();
        wiping.setColor(Color.WHITE);
        var rules = new ArrayList<Rule>();
        for (Stroke stroke : level) {
            rules.add(new Rule(stroke.from, stroke.middle(), stroke.to, stroke.middle()));
            wiping.fillRect(stroke.from, stroke.firstAcross - 1, stroke.to - stroke.from + 1, stroke.breadth() + 2);
        }
        for (Stroke stroke : upright) {
            rules.add(new Rule(stroke.middle(), stroke.from, stroke.middle(), stroke.to));
            wiping.fillRect(stroke.firstAcross - 1, stroke.from, stroke.breadth() + 2, stroke.to - stroke.from + 1);
        }
        wiping.dispose();
        return rules;
    }

    private static boolean[] dark(BufferedImage picture) {
        int width = picture.getWidth();
        var dark = new boolean[width * picture.getHeight()];
        var row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int light = ((row[x] >> 16 & 0xff) * 3 + (row[x] >> 8 & 0xff) * 6 + (row[x] & 0xff)) / 10;
                dark[y * width + x] = light < DARK;
            }
        }
        return dark;
    }

    private static List<Stroke> strokes(int length, int breadth, int shortest, int thickest, Dots dark) {
        var all = new ArrayList<Stroke>();
        for (int across = 0; across < breadth; across++) {
            int from = -1;
            int last = -1;
            for (int along = 0; along <= length; along++) {
                boolean end = along == length;
                if (!end && dark.test(along, across)) {
                    from = from < 0 ? along : from;
                    last = along;
                } else if (from >= 0 && (end || along - last > LOST)) {
                    if (last - from >= shortest) {
                        gather(all, from, last, across);
                    }
                    from = -1;
                }
            }
        }
        all.removeIf(stroke -> stroke.breadth() > thickest);
        return all;
    }

    private static void gather(List<Stroke> strokes, int from, int to, int across) {
        for (int i = strokes.size() - 1; i >= 0; i--) {
            if (strokes.get(i).touches(from, to, across)) {
                strokes.get(i).widen(from, to, across);
                return;
            }
        }
        strokes.add(new Stroke(from, to, across));
    }
}
