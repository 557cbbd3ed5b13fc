package vn.binhquyen.committee.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.SeatRole;

/**
 * A committee on a day, with all that was ever decided about it.
 *
 * @param lastDay of the unit, with which its committee ends; null while no end is known
 * @param members of that day, the head first
 * @param decisions the newest first
 * @param stands whether it exists by the last decision, whatever its first day: then one can only change or dissolve it
 * @param version hand it back with a decision
 */
public record CommitteeView(
        String name,
        LocalDate on,
        @Nullable LocalDate lastDay,
        List<Member> members,
        List<Decided> decisions,
        boolean stands,
        long version) {
    /**
     * @param number null where the document bears none
     * @param entered names of those who entered
     * @param left names of those who left
     */
    public record Decided(
            UUID id,
            DecisionKind kind,
            @Nullable Integer number,
            String symbol,
            LocalDate signedOn,
            LocalDate validFrom,
            String signatory,
            List<String> entered,
            List<String> left) {
        /** "12/QĐ-UBND". */
        public String cited() {
            return number == null ? symbol : number + "/" + symbol;
        }
    }

    public boolean existed() {
        return !members.isEmpty();
    }

    public List<Member> vacant() {
        return members.stream().filter(member -> member.vacancy() != null).toList();
    }

    /** Roles that every committee has and nobody bears. */
    public List<SeatRole> missing() {
        List<SeatRole> missing = new ArrayList<>();
        if (existed()) {
            for (SeatRole role : List.of(SeatRole.HEAD, SeatRole.STANDING)) {
                if (members.stream().noneMatch(member -> member.role() == role)) {
                    missing.add(role);
                }
            }
        }
        return missing;
    }

    public int vacancies() {
        return vacant().size() + missing().size();
    }
}
