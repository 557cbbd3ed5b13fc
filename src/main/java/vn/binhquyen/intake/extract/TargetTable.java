package vn.binhquyen.intake.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.extract.TargetLanguage.Target;
import vn.binhquyen.intake.structure.Column;
import vn.binhquyen.intake.structure.Column.Role;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.intake.structure.Table.Cell;
import vn.binhquyen.intake.structure.Table.Row;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.kernel.VietnameseText;

/** Reads the rows of a table of targets: a column is a year, a cell its value with or without a comparator. */
final class TargetTable {

    private static final String NUMBER = VietnameseNumbers.PATTERN;
    private static final Pattern VALUE = Pattern.compile(
            "^(?<before>\\D*?)(?<number>(?:" + NUMBER + ")(?:\\s*(?:-|–|—|÷)\\s*(?:" + NUMBER + "))?)(?<after>.*)$");
    private static final Pattern UNIT_IN_SUBJECT =
            Pattern.compile("\\((?:ĐVT|đơn vị tính)?:?\\s*(?<unit>%|‰|[\\p{L}/ ]{2,25})\\)\\s*$");
    private static final String[][] SIGNS = {
        {"≥|>=|=>|>\\s*=", "ít nhất "},
        {"≤|<=|=<|<\\s*=", "không quá "},
        {">", "trên "},
        {"<", "dưới "},
        {"~|≈", "khoảng "},
    };

    private TargetTable() {}

    /** A value that the row sets, and where it stands. */
    record Value(Target target, Place at) {}

    /** The subject of a row, without the number that some tables set before it. */
    static Optional<Cell> subject(Table table, Row row) {
        return table.cell(row, Role.SUBJECT).map(cell -> {
            Label label = Label.of(cell.text());
            boolean numbered = label.isPresent() && label.kind() != Label.Kind.NONE;
            return numbered ? new Cell(cell.text().substring(label.length()).strip(), cell.at()) : cell;
        });
    }

    /** The heading that a row gives to those below it. */
    static Optional<Cell> section(Table table, Row row) {
        return table.isSection(row)
                ? subject(table, row)
                        .or(() -> row.cells().stream()
                                .flatMap(Optional::stream)
                                .filter(cell -> !cell.isBlank())
                                .findFirst())
                : Optional.empty();
    }

    static List<Value> values(Table table, Row row, String subject, @Nullable Integer year) {
        String unit = table.cell(row, Role.UNIT).map(Cell::text).orElseGet(() -> unitOf(subject));
        BigDecimal baseline = null;
        var values = new ArrayList<Value>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            Optional<Cell> cell = row.cell(i);
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Target> read = read(cell.get().text(), unit);
            if (column.role() == Role.BASELINE) {
                baseline = read.map(Target::value).orElse(baseline);
            } else if (column.role() == Role.TARGET && read.isPresent()) {
                Target target = read.get();
                Integer own = column.year() != null ? column.year() : target.byYear() != null ? target.byYear() : year;
                values.add(
                        new Value(target.of(subject, baseline, own), cell.get().at()));
            }
        }
        return values;
    }

    private static String unitOf(String subject) {
        Matcher unit = UNIT_IN_SUBJECT.matcher(subject);
        return unit.find() ? unit.group("unit") : "";
    }

    /** The target that a cell sets: its number with the unit of the row, its sign spoken out. */
    static Optional<Target> read(String cell, String unit) {
        String words = cell;
        for (String[] sign : SIGNS) {
            words = words.replaceAll(sign[0], sign[1]);
        }
        Matcher value = VALUE.matcher(VietnameseText.squeeze(words));
        if (!value.matches()) {
            return Optional.empty();
        }
        String after = value.group("after");
        boolean bears = after.strip().startsWith("%")
                || after.strip().startsWith("/")
                || after.strip().startsWith("‰");
        String sentence = value.group("before")
                + value.group("number").replace("÷", "-")
                + (bears || unit.isBlank()
                        ? ""
                        : " " + VietnameseText.lower(unit).strip())
                + after;
        return TargetLanguage.read(sentence).stream()
                .findFirst()
                .map(target -> bears || unit.isBlank() || target.unit().contains("100") ? target : target.in(unit));
    }
}
