package vn.binhquyen.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan lacks.
 *
 * @param code message key, {@code plan.missing.…}
 * @param arguments of the message
 * @param blocking whether the plan can't be sent for review or issued without it
 * @param item the item that lacks it; null for the plan itself
 */
public record Missing(
        String code,
        List<String> arguments,
        boolean blocking,
        @Nullable UUID item) {}
