package vn.binhquyen.kernel;

import java.util.Arrays;

/** How a figure has to stand to the value of a target, written with the sign that offices and files use. */
public enum Comparator {
    AT_LEAST(">="),
    MORE_THAN(">"),
    AT_MOST("<="),
    LESS_THAN("<"),
    EQUAL("="),
    ABOUT("~");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /** @throws IllegalArgumentException where the symbol is none of {@code >= > <= < = ~} */
    public static Comparator of(String symbol) {
        return Arrays.stream(values())
                .filter(comparator -> comparator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a comparator: " + symbol));
    }

    public String symbol() {
        return symbol;
    }

    /** The symbol, so that files and pages show {@code >=} and not a name. */
    @Override
    public String toString() {
        return symbol;
    }
}
