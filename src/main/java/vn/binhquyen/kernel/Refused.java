package vn.binhquyen.kernel;

import java.util.List;

/**
 * A rule of the domain refuses what was asked. The code is a message key, so that the user reads a sentence in their
 * language; nothing was changed.
 */
public final class Refused extends RuntimeException {
    private final String code;
    private final List<Object> arguments;

    public Refused(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
