package vn.binhquyen.plan.query;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks of plans in force a list shows, each as the task of one agency.
 *
 * @param open whether only what is not done is shown
 * @param status null leaves the question open
 * @param former whether tasks of agencies of units that have ended are shown too
 * @param words in any order, with or without accents
 * @param after the {@code next} of the page before
 * @param size rows of a page
 */
public record TaskFilter(
        boolean open,
        @Nullable TaskStatus status,
        boolean former,
        @Nullable String words,
        @Nullable String after,
        int size) {}
