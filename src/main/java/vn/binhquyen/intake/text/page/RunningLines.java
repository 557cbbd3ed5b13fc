package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops what is printed on every page: page numbers, running heads and feet. */
final class RunningLines {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)[-–—\\s]*(?:trang|page)?\\s*\\d{1,3}(?:\\s*/\\s*\\d{1,3})?[-–—.\\s]*");
    private static final int REACH = 2;
    private static final double SAME_HEIGHT = 3;

    private RunningLines() {}

    static List<List<Row>> drop(List<List<Row>> pages) {
        Map<String, List<Row>> edges = new HashMap<>();
        for (List<Row> page : pages) {
            edges(page)
                    .forEach(row -> edges.computeIfAbsent(key(row), none -> new ArrayList<>())
                            .add(row));
        }
        Set<Row> running = new HashSet<>();
        for (List<Row> same : edges.values()) {
            for (Row row : same) {
                long others = same.stream()
                        .filter(other ->
                                other.page() != row.page() && Math.abs(other.baseline() - row.baseline()) < SAME_HEIGHT)
                        .map(Row::page)
                        .distinct()
                        .count();
                if (others + 1 >= Math.max(2, (pages.size() - 1) / 2)) {
                    running.add(row);
                }
            }
        }
        return pages.stream().map(page -> without(page, running)).toList();
    }

    private static List<Row> without(List<Row> page, Set<Row> running) {
        var rest = new ArrayList<>(page);
        rest.removeIf(running::contains);
        if (!rest.isEmpty() && isPageNumber(rest.getFirst())) {
            rest.removeFirst();
        }
        if (!rest.isEmpty() && isPageNumber(rest.getLast())) {
            rest.removeLast();
        }
        return List.copyOf(rest);
    }

    private static List<Row> edges(List<Row> page) {
        int from = Math.max(REACH, page.size() - REACH);
        var edges = new ArrayList<>(page.subList(0, Math.min(REACH, page.size())));
        edges.addAll(page.subList(Math.min(from, page.size()), page.size()));
        return edges;
    }

    private static String key(Row row) {
        return row.text().replaceAll("\\d+", "#");
    }

    private static boolean isPageNumber(Row row) {
        return PAGE_NUMBER.matcher(row.text()).matches();
    }
}
