package vn.binhquyen.organization.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/** The life of a unit: what it came from, what it was, what came of it. */
public record UnitHistory(List<Link> predecessors, List<Stage> stages, List<Link> successors) {
    /**
     * @param from null where the beginning is not known
     * @param lastDay null while no end is known
     * @param basis the legal basis of the change that began it; null where none is recorded
     */
    public record Stage(
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            String name,
            String code,
            @Nullable String kind,
            Level level,
            @Nullable UnitId parent,
            @Nullable String parentName,
            @Nullable String basis) {
        public boolean holdsOn(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    /**
     * Another unit that this one came from, or became.
     *
     * @param share of the former unit that went to the later; null where nobody knows
     * @param percent the same as a reader sees it
     */
    public record Link(
            UnitId unit,
            String name,
            @Nullable String place,
            LocalDate on,
            String kind,
            @Nullable BigDecimal share,
            @Nullable String basis,
            @Nullable String note) {
        public @Nullable String percent() {
            return share == null
                    ? null
                    : share.movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                            .replace('.', ',');
        }
    }

    public @Nullable LocalDate lastDay() {
        return stages.isEmpty() ? null : stages.getLast().lastDay();
    }

    public @Nullable LocalDate from() {
        return stages.isEmpty() ? null : stages.getFirst().from();
    }
}
