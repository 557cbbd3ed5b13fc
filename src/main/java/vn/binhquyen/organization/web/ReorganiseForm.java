package vn.binhquyen.organization.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;

/** What is typed about a change of units. */
record ReorganiseForm(
        Kind kind,
        List<String> from,
        List<Line> lines,
        String parent,
        @Nullable Level level,
        String on,
        String basis) {
    private static final int PARTS = 4;

    /** A successor: a unit that there is, or code and name of a new one. */
    record Line(String existing, String code, String name, String share) {
        boolean isBlank() {
            return existing.isBlank() && code.isBlank() && name.isBlank() && share.isBlank();
        }
    }

    static ReorganiseForm empty(Kind kind, @Nullable UnitId from, LocalDate today) {
        List<Line> lines = IntStream.range(0, kind == Kind.SPLIT ? PARTS : 1)
                .mapToObj(i -> new Line("", "", "", ""))
                .toList();
        return new ReorganiseForm(
                kind, from == null ? List.of() : List.of(from.toString()), lines, "", null, TypedDay.show(today), "");
    }

    static ReorganiseForm of(Kind kind, MultiValueMap<String, String> typed) {
        List<String> names = typed.getOrDefault("name", List.of());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(1, names.size()); i++) {
            lines.add(new Line(
                    at(typed, "existing", i), at(typed, "code", i), at(typed, "name", i), at(typed, "share", i)));
        }
        String level = at(typed, "level", 0);
        return new ReorganiseForm(
                kind,
                typed.getOrDefault("from", List.of()),
                lines,
                at(typed, "parent", 0),
                level.isBlank() ? null : Level.valueOf(level),
                at(typed, "on", 0),
                at(typed, "basis", 0));
    }

    private static String at(MultiValueMap<String, String> typed, String field, int index) {
        List<String> values = typed.getOrDefault(field, List.of());
        return index < values.size() ? values.get(index).strip() : "";
    }

    public boolean has(UnitId unit) {
        return from.contains(unit.toString());
    }

    /** @throws Refused where a date or a share can't be read */
    Reorganisation toChange() {
        LocalDate day = TypedDay.of(on).orElseThrow(() -> new Refused("organization.date.wrong"));
        List<Successor> to = kind == Kind.MOVE
                ? List.of()
                : lines.stream()
                        .filter(line -> kind != Kind.SPLIT || !line.isBlank())
                        .map(ReorganiseForm::successor)
                        .toList();
        return new Reorganisation(
                kind,
                from.stream().filter(unit -> !unit.isBlank()).map(UnitId::of).toList(),
                to,
                parent.isBlank() ? null : UnitId.of(parent),
                level,
                day,
                basis.isBlank() ? null : basis);
    }

    private static Successor successor(Line line) {
        BigDecimal share = share(line.share());
        return line.existing().isBlank()
                ? Successor.fresh(line.code(), line.name(), share)
                : Successor.existing(UnitId.of(line.existing()), share);
    }

    private static @Nullable BigDecimal share(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(typed.replace("%", "").strip().replace(',', '.')).movePointLeft(2);
        } catch (NumberFormatException notANumber) {
            throw new Refused("reorganise.share-unreadable", typed);
        }
    }
}
