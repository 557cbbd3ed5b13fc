package vn.binhquyen.intake.text.page;

/** A straight line drawn on the page, level or upright, that may belong to a table. */
public record Rule(double left, double top, double right, double bottom) {

    private static final double STRAIGHT = 1.5;

    /** In other units. */
    public Rule scaled(double scale) {
        return new Rule(left * scale, top * scale, right * scale, bottom * scale);
    }

    boolean isLevel() {
        return bottom - top <= STRAIGHT && right - left > STRAIGHT;
    }

    boolean isUpright() {
        return right - left <= STRAIGHT && bottom - top > STRAIGHT;
    }
}
