package vn.binhquyen.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.TypicalAgency;
import vn.binhquyen.organization.TypicalSet;

/** What is ticked and typed of the agencies that a unit usually has. */
class TypicalAgenciesForm {
    private @Nullable String from;
    private List<Row> rows = new ArrayList<>();

    static TypicalAgenciesForm of(String from, List<TypicalAgency> proposals) {
        TypicalAgenciesForm form = new TypicalAgenciesForm();
        form.setFrom(from);
        proposals.stream().filter(TypicalAgency::missing).forEach(proposal -> {
            Row row = new Row();
            row.setCode(proposal.type().code());
            row.setName(proposal.name());
            row.setChosen(true);
            form.rows.add(row);
        });
        return form;
    }

    void check(Errors errors) {
        DayField.require(from, "from", errors);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isChosen()) {
                String name = rows.get(i).getName();
                if (name == null || name.isBlank()) {
                    errors.rejectValue("rows[" + i + "].name", "organization.agency.name.missing");
                } else if (name.length() > 200) {
                    errors.rejectValue("rows[" + i + "].name", "organization.too-long");
                }
            }
        }
    }

    /** At which line a name stands; -1 where at none. */
    int lineOf(Object name) {
        for (int i = 0; i < rows.size(); i++) {
            String typed = rows.get(i).getName();
            if (rows.get(i).isChosen() && typed != null && typed.strip().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    TypicalSet toSet(UnitId unit) {
        return new TypicalSet(
                unit,
                TypedDay.of(from).orElseThrow(),
                rows.stream()
                        .filter(Row::isChosen)
                        .map(row -> new TypicalSet.Choice(
                                Objects.requireNonNull(row.getCode()),
                                Objects.requireNonNull(row.getName()).strip()))
                        .toList());
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public List<Row> getRows() {
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }

    /** One agency that is missing. */
    public static class Row {
        private @Nullable String code;
        private @Nullable String name;
        private boolean chosen;

        public @Nullable String getCode() {
            return code;
        }

        public void setCode(@Nullable String code) {
            this.code = code;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }
}
