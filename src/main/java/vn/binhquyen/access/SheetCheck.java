package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.publishing.XlsxReader;

/** Understands the lines of a spreadsheet of people and says of each cell what is wrong; a handful of queries for any size. */
@Component
class SheetCheck {
    /** The columns of the template, by the keys of their heads. */
    static final List<String> COLUMNS = List.of(
            "access.name",
            "access.position",
            "access.agency",
            "access.unit",
            "access.roles",
            "access.email",
            "access.phone");

    private static final List<Integer> NEEDED = List.of(0, 2, 4);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final MessageSource messages;
    private final Clock clock;

    SheetCheck(JdbcClient jdbc, Permissions permissions, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.messages = messages;
        this.clock = clock;
    }

    record Checked(List<SheetPreview.Row> rows, List<SheetPreview.Error> errors) {}

    private record Choice(AgencyId id, String name, UnitId unit, String unitName) {}

    Checked check(Actor actor, List<XlsxReader.Line> lines) {
        int head = head(lines);
        Map<Integer, Integer> columns = columns(lines.get(head));
        return new Checking(actor, columns, lines.subList(head + 1, lines.size())).all();
    }

    /** Whether the addresses are free and the agencies and roles the actor's to give, now that it is done. */
    boolean stillRight(Actor actor, List<SheetPreview.Row> rows) {
        String[] emails = rows.stream()
                .map(SheetPreview.Row::email)
                .filter(Objects::nonNull)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        if (!taken(emails).isEmpty()) {
            return false;
        }
        Map<AgencyId, Choice> within = new HashMap<>();
        agenciesByName(actor.unit())
                .values()
                .forEach(named -> named.forEach(choice -> within.put(choice.id(), choice)));
        return rows.stream().allMatch(row -> {
            Choice agency = within.get(row.agency());
            return agency != null
                    && row.roles().stream().allMatch(role -> permissions.mayGive(actor, role, agency.unit()));
        });
    }

    private int head(List<XlsxReader.Line> lines) {
        for (int i = 0; i < Math.min(10, lines.size()); i++) {
            if (columns(lines.get(i)).keySet().containsAll(NEEDED)) {
                return i;
            }
        }
        throw new Refused("access.sheet.columns", String.join(", ", heads(Locale.of("vi"))));
    }

    List<String> heads(Locale locale) {
        return COLUMNS.stream()
                .map(key -> messages.getMessage(key, null, locale))
                .toList();
    }

    /** The column of the sheet in which each column of the template stands. */
    private Map<Integer, Integer> columns(XlsxReader.Line line) {
        Map<Integer, Integer> columns = new HashMap<>();
        for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            List<String> heads = heads(locale).stream().map(SheetCheck::key).toList();
            line.cells().forEach((column, words) -> {
                int known = heads.indexOf(key(words));
                if (known >= 0) {
                    columns.putIfAbsent(known, column);
                }
            });
        }
        return columns;
    }

    private static String key(String words) {
        return VietnameseText.fold(VietnameseText.squeeze(words)).toLowerCase(Locale.ROOT);
    }

    /** One reading of all lines: gathers people and errors as it goes. */
    private final class Checking {
        private final Actor actor;
        private final Map<Integer, Integer> columns;
        private final List<XlsxReader.Line> lines;
        private final List<SheetPreview.Row> rows = new ArrayList<>();
        private final List<SheetPreview.Error> errors = new ArrayList<>();
        private final Map<String, List<Choice>> agencies;
        private final Map<String, Role> roles = rolesByName();
        private final Set<String> takenEmails;
        private final Set<String> knownPeople;
        private final Map<String, Integer> emailLines = new HashMap<>();
        private final Map<String, Integer> personLines = new HashMap<>();

        Checking(Actor actor, Map<Integer, Integer> columns, List<XlsxReader.Line> lines) {
            this.actor = actor;
            this.columns = columns;
            this.lines = lines;
            this.agencies = agenciesByName(actor.unit());
            this.takenEmails = takenEmails();
            this.knownPeople = knownPeople();
        }

        Checked all() {
            lines.forEach(this::line);
            return new Checked(rows, errors);
        }

        private void line(XlsxReader.Line line) {
            int before = errors.size();
            String name = words(line, 0);
            if (name.isEmpty()) {
                wrong(line, 0, "access.sheet.missing", COLUMNS.get(0));
            }
            for (int column : List.of(0, 1, 5, 6)) {
                if (words(line, column).length() > LONGEST) {
                    wrong(line, column, "access.sheet.too-long", LONGEST);
                }
            }
            Choice agency = agency(line);
            Set<Role> held = roles(line, agency);
            String email = email(line);
            if (agency != null && email == null && !name.isEmpty()) {
                person(line, key(name) + " " + agency.id());
            }
            if (agency != null && errors.size() == before) {
                rows.add(new SheetPreview.Row(
                        line.number(),
                        name,
                        orNull(words(line, 1)),
                        agency.id(),
                        agency.name(),
                        held,
                        email,
                        orNull(words(line, 6))));
            }
        }

        private @Nullable Choice agency(XlsxReader.Line line) {
            String words = words(line, 2);
            if (words.isEmpty()) {
                wrong(line, 2, "access.sheet.missing", COLUMNS.get(2));
                return null;
            }
            List<Choice> named = agencies.getOrDefault(key(words), List.of());
            if (named.isEmpty()) {
                wrong(line, 2, "access.sheet.no-agency");
                return null;
            }
            String unit = words(line, 3);
            List<Choice> found = unit.isEmpty()
                    ? named
                    : named.stream()
                            .filter(choice -> key(choice.unitName()).equals(key(unit)))
                            .toList();
            if (found.isEmpty()) {
                wrong(line, 3, "access.sheet.no-unit");
                return null;
            }
            if (found.size() > 1) {
                wrong(line, 2, "access.sheet.many-agencies");
                return null;
            }
            return found.getFirst();
        }

        private Set<Role> roles(XlsxReader.Line line, @Nullable Choice agency) {
            Set<Role> held = EnumSet.noneOf(Role.class);
            String words = words(line, 4);
            if (words.isEmpty()) {
                wrong(line, 4, "access.sheet.missing", COLUMNS.get(4));
            }
            for (String word : words.isEmpty() ? new String[0] : words.split("[;,\\n]", -1)) {
                Role role = roles.get(key(word.strip()));
                if (role == null) {
                    wrong(line, 4, "access.sheet.no-role", word.strip());
                } else if (agency != null && !permissions.mayGive(actor, role, agency.unit())) {
                    wrong(line, 4, "access.sheet.role-not-yours", word.strip());
                } else {
                    held.add(role);
                }
            }
            return held;
        }

        private @Nullable String email(XlsxReader.Line line) {
            String email = words(line, 5);
            if (email.isEmpty()) {
                return null;
            }
            String key = email.toLowerCase(Locale.ROOT);
            Integer earlier = emailLines.putIfAbsent(key, line.number());
            if (!EMAIL.matcher(email).matches()) {
                wrong(line, 5, "access.sheet.email-form");
            } else if (earlier != null) {
                wrong(line, 5, "access.sheet.email-twice", String.valueOf(earlier));
            } else if (takenEmails.contains(key)) {
                wrong(line, 5, "access.sheet.email-taken");
            }
            return email;
        }

        private void person(XlsxReader.Line line, String person) {
            Integer earlier = personLines.putIfAbsent(person, line.number());
            if (earlier != null) {
                wrong(line, 0, "access.sheet.person-twice", String.valueOf(earlier));
            } else if (knownPeople.contains(person)) {
                wrong(line, 0, "access.sheet.person-known");
            }
        }

        private String words(XlsxReader.Line line, int column) {
            Integer at = columns.get(column);
            return at == null ? "" : VietnameseText.squeeze(line.at(at));
        }

        private void wrong(XlsxReader.Line line, int column, String code, Object... arguments) {
            int at = columns.getOrDefault(column, column);
            errors.add(new SheetPreview.Error(
                    line.number(),
                    (char) ('A' + Math.min(at, 25)) + String.valueOf(line.number()),
                    words(line, column),
                    code,
                    List.of(arguments)));
        }

        private Set<String> takenEmails() {
            String[] written = lines.stream()
                    .map(line -> words(line, 5).toLowerCase(Locale.ROOT))
                    .filter(email -> !email.isEmpty())
                    .distinct()
                    .toArray(String[]::new);
            return taken(written);
        }

        private Set<String> knownPeople() {
            Set<String> known = new HashSet<>();
            jdbc.sql("""
                select account.name, post.agency_id
                  from unit top
                  join unit on top.path @> unit.path
                  join agency on agency.unit_id = unit.id
                  join post on post.agency_id = agency.id and post.valid_during && daterange(:today, null)
                  join account on account.id = post.account_id
                 where top.id = :unit
                union
                select invitation.name, invitation.agency_id
                  from unit top
                  join unit on top.path @> unit.path
                  join agency on agency.unit_id = unit.id
                  join invitation on invitation.agency_id = agency.id
                 where top.id = :unit and invitation.accepted_at is null and invitation.revoked_at is null
                """)
                    .param("unit", actor.unit().value())
                    .param("today", LocalDate.now(clock))
                    .query(row -> {
                        known.add(key(row.getString(1)) + " " + row.getObject(2, UUID.class));
                    });
            return known;
        }
    }

    private Map<String, List<Choice>> agenciesByName(UnitId within) {
        Map<String, List<Choice>> byName = new HashMap<>();
        jdbc.sql("""
            select agency.id, agency.name, agency.short_name, unit.id as unit_id, unit.name as unit_name
              from unit top
              join unit on top.path @> unit.path and unit.valid_during @> :today
              join agency on agency.unit_id = unit.id and agency.valid_during @> :today
             where top.id = :unit
            """)
                .param("unit", within.value())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    Choice choice = new Choice(
                            new AgencyId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            row.getString("unit_name"));
                    String shortName = row.getString("short_name");
                    Set<String> names = new HashSet<>(Set.of(key(choice.name())));
                    if (shortName != null) {
                        names.add(key(shortName));
                    }
                    names.forEach(name -> byName.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(choice));
                });
        return byName;
    }

    private Set<String> taken(String[] emails) {
        return new HashSet<>(
                jdbc.sql("""
                    select lower(email) from account where lower(email) = any (:emails)
                    union
                    select lower(email) from invitation
                     where lower(email) = any (:emails) and accepted_at is null and revoked_at is null
                    """).param("emails", emails).query(String.class).list());
    }

    private Map<String, Role> rolesByName() {
        Map<String, Role> byName = new HashMap<>();
        Arrays.stream(Role.values()).forEach(role -> {
            for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
                byName.put(key(messages.getMessage("access.role." + role, null, locale)), role);
            }
        });
        return byName;
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }
}
