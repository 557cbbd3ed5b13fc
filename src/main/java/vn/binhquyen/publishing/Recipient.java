package vn.binhquyen.publishing;

import org.jspecify.annotations.Nullable;

/** A line of "Nơi nhận"; the purpose ("b/c", "t/h") is printed in brackets. */
public record Recipient(String name, @Nullable String purpose) {
    public Recipient(String name) {
        this(name, null);
    }
}
