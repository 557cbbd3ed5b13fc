package vn.binhquyen.monitoring;

/** How far an indicator has come on the way to what is aimed at; judged by {@link Course}. */
public enum Attainment {
    MET("ok", "circle-check"),
    /** Not there yet, but as far as it has to be by now. */
    ON_TRACK("brand", "trending-up"),
    /** There is still time, but less has been reached than should have been by now. */
    BEHIND("warn", "clock"),
    /** The time is over. */
    MISSED("bad", "x"),
    NO_DATA("none", "circle");

    private final String colour;
    private final String icon;

    Attainment(String colour, String icon) {
        this.colour = colour;
        this.icon = icon;
    }

    /** As the chips of the design know it. */
    public String colour() {
        return colour;
    }

    public String icon() {
        return icon;
    }
}
