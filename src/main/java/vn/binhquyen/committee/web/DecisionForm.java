package vn.binhquyen.committee.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.NewDecision;
import vn.binhquyen.committee.NewSeat;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.committee.query.CommitteeQueries.Person;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.committee.query.Member;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;

/** What is typed about a decision: its head, who leaves, who enters. Lines without a person are left out. */
class DecisionForm {
    private static final int LINES = 4;

    private DecisionKind kind = DecisionKind.CHANGE;
    private @Nullable String name;
    private @Nullable String number;
    private @Nullable String symbol;
    private @Nullable String signedOn;
    private @Nullable String validFrom;
    private @Nullable String signatory;
    private long version = -1;
    private List<UUID> leaving = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();

    static DecisionForm establishing(String name, long version) {
        DecisionForm form = new DecisionForm();
        form.kind = DecisionKind.ESTABLISH;
        form.name = name;
        form.version = version;
        form.symbol = "QĐ-UBND";
        for (SeatRole role : List.of(SeatRole.HEAD, SeatRole.DEPUTY, SeatRole.STANDING)) {
            form.line(role);
        }
        form.moreLines();
        return form;
    }

    /** Seats that are vacant leave, as far as nobody says otherwise. */
    static DecisionForm changing(DecisionKind kind, CommitteeView committee) {
        DecisionForm form = new DecisionForm();
        form.kind = kind;
        form.name = committee.name();
        form.version = committee.version();
        form.symbol = "QĐ-UBND";
        if (kind == DecisionKind.CHANGE) {
            committee.vacant().stream().map(Member::seat).forEach(form.leaving::add);
            committee.vacant().forEach(member -> form.line(member.role()));
            committee.missing().forEach(form::line);
            if (form.lines.isEmpty()) {
                form.moreLines();
            } else {
                form.line(SeatRole.MEMBER);
            }
        }
        return form;
    }

    void moreLines() {
        for (int i = 0; i < LINES; i++) {
            line(SeatRole.MEMBER);
        }
    }

    private void line(SeatRole role) {
        Line line = new Line();
        line.setRole(role);
        lines.add(line);
    }

    void check(Errors errors) {
        if (kind == DecisionKind.ESTABLISH && (name == null || name.isBlank())) {
            errors.rejectValue("name", "committee.name.missing");
        }
        if (symbol == null || symbol.isBlank()) {
            errors.rejectValue("symbol", "committee.symbol.missing");
        }
        if (number != null && !number.isBlank() && !number.strip().matches("[1-9]\\d{0,5}")) {
            errors.rejectValue("number", "committee.number.wrong");
        }
        if (signatory == null || signatory.isBlank()) {
            errors.rejectValue("signatory", "committee.signatory.missing");
        }
        DayField.require(signedOn, "signedOn", errors);
        if (validFrom != null && !validFrom.isBlank()) {
            DayField.require(validFrom, "validFrom", errors);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isHalfFilled()) {
                errors.rejectValue("lines[" + i + "].person", "committee.person.missing");
            }
        }
    }

    NewDecision toDecision(UnitId unit, List<Person> people) {
        Map<AccountId, Person> known = people.stream()
                .collect(Collectors.toMap(Person::account, Function.identity(), (first, second) -> first));
        LocalDate signed = TypedDay.of(signedOn).orElseThrow();
        return new NewDecision(
                unit,
                kind,
                Objects.requireNonNullElse(name, ""),
                number == null || number.isBlank() ? null : Integer.valueOf(number.strip()),
                Objects.requireNonNull(symbol).strip(),
                signed,
                TypedDay.of(validFrom).orElse(signed),
                Objects.requireNonNull(signatory).strip(),
                new HashSet<>(leaving),
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.seat(known))
                        .toList(),
                version);
    }

    /** The line of the n-th member who enters. */
    int lineOf(int entering) {
        int seen = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && ++seen == entering) {
                return i;
            }
        }
        return 0;
    }

    public DecisionKind getKind() {
        return kind;
    }

    public void setKind(DecisionKind kind) {
        this.kind = kind;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getSymbol() {
        return symbol;
    }

    public void setSymbol(@Nullable String symbol) {
        this.symbol = symbol;
    }

    public @Nullable String getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(@Nullable String signedOn) {
        this.signedOn = signedOn;
    }

    public @Nullable String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable String validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable String getSignatory() {
        return signatory;
    }

    public void setSignatory(@Nullable String signatory) {
        this.signatory = signatory;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public List<UUID> getLeaving() {
        return leaving;
    }

    public void setLeaving(List<UUID> leaving) {
        this.leaving = leaving;
    }

    public List<Line> getLines() {
        return lines;
    }

    public void setLines(List<Line> lines) {
        this.lines = lines;
    }

    /** One member who enters. */
    public static class Line {
        private @Nullable String person;
        private @Nullable String position;
        private @Nullable UUID agency;
        private @Nullable UUID account;
        private SeatRole role = SeatRole.MEMBER;

        /** Nobody is named, by a name or by an account. */
        boolean isBlank() {
            return (person == null || person.isBlank()) && account == null;
        }

        boolean isHalfFilled() {
            return isBlank() && (agency != null || (position != null && !position.isBlank()));
        }

        /** Name, position and agency of the account stand where none is typed. */
        NewSeat seat(Map<AccountId, Person> known) {
            Person linked = account == null ? null : known.get(new AccountId(account));
            return new NewSeat(
                    person == null || person.isBlank()
                            ? Objects.requireNonNull(linked).name()
                            : person,
                    position == null || position.isBlank()
                            ? linked == null ? null : linked.position()
                            : position.strip(),
                    agency != null ? new AgencyId(agency) : linked == null ? null : linked.agency(),
                    account == null ? null : new AccountId(account),
                    role);
        }

        public @Nullable String getPerson() {
            return person;
        }

        public void setPerson(@Nullable String person) {
            this.person = person;
        }

        public @Nullable String getPosition() {
            return position;
        }

        public void setPosition(@Nullable String position) {
            this.position = position;
        }

        public @Nullable UUID getAgency() {
            return agency;
        }

        public void setAgency(@Nullable UUID agency) {
            this.agency = agency;
        }

        public @Nullable UUID getAccount() {
            return account;
        }

        public void setAccount(@Nullable UUID account) {
            this.account = account;
        }

        public SeatRole getRole() {
            return role;
        }

        public void setRole(SeatRole role) {
            this.role = role;
        }
    }
}
