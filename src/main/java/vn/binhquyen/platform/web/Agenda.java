package vn.binhquyen.platform.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.binhquyen.kernel.Duty;

/** The duties of one person in the order in which they should be done. */
record Agenda(List<Duty> urgent, List<Duty> soon, List<Duty> later) {
    private static final Comparator<Duty> BY_DATE =
            Comparator.comparing(Duty::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final int URGENT_DAYS = 7;
    private static final int SOON_DAYS = 30;

    record Part(String name, List<Duty> duties) {}

    /** Decisions others wait for and what is due within a week come first, then what is due within thirty days. */
    static Agenda of(List<Duty> duties, LocalDate today) {
        List<Duty> urgent = new ArrayList<>();
        List<Duty> soon = new ArrayList<>();
        List<Duty> later = new ArrayList<>();
        for (Duty duty : duties.stream().sorted(BY_DATE).toList()) {
            LocalDate due = duty.dueOn();
            if (duty.decision() || (due != null && !due.isAfter(today.plusDays(URGENT_DAYS)))) {
                urgent.add(duty);
            } else if (due != null && !due.isAfter(today.plusDays(SOON_DAYS))) {
                soon.add(duty);
            } else {
                later.add(duty);
            }
        }
        return new Agenda(urgent, soon, later);
    }

    public List<Part> getParts() {
        return java.util.stream.Stream.of(new Part("urgent", urgent), new Part("soon", soon), new Part("later", later))
                .filter(part -> !part.duties().isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return getParts().isEmpty();
    }
}
