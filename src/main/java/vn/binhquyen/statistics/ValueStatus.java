package vn.binhquyen.statistics;

/** How far a figure has come on its way to whom it is owed. */
public enum ValueStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED;

    /** The letter by which facts name it. */
    String letter() {
        return name().substring(0, 1);
    }

    static ValueStatus of(String letter) {
        return switch (letter) {
            case "D" -> DRAFT;
            case "S" -> SUBMITTED;
            default -> ACCEPTED;
        };
    }
}
