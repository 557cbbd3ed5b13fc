package vn.binhquyen.reporting;

import java.util.List;

/** All that a report says. Kept as it was each time that it is sent or approved. */
public record ReportContent(List<Figure> figures, List<TaskReport> tasks, List<Passage> sections, List<Annex> annexes) {

    public ReportContent {
        figures = List.copyOf(figures);
        tasks = List.copyOf(tasks);
        sections = List.copyOf(sections);
        annexes = List.copyOf(annexes);
    }

    /** Empty where nothing was written. */
    public String text(Section section) {
        return sections.stream()
                .filter(passage -> passage.section() == section)
                .map(Passage::text)
                .findFirst()
                .orElse("");
    }
}
