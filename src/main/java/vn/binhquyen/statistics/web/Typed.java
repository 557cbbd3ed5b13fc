package vn.binhquyen.statistics.web;

import org.jspecify.annotations.Nullable;

/** What came from a field of a form. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
