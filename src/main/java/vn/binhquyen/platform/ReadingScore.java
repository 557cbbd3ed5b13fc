package vn.binhquyen.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Compares what {@code read} printed with what a careful reader noted: names at 0.85 similarity, measures by value, year
 * and comparator, numbers and dates exactly. A null that is noted is right when nothing was read.
 */
final class ReadingScore {

    private static final double SAME_NAME = 0.85;

    /** How many facts were found rightly, found wrongly and missed. */
    record Count(int right, int wrong, int missed, List<String> slips) {
        Count plus(Count other) {
            return new Count(
                    right + other.right,
                    wrong + other.wrong,
                    missed + other.missed,
                    Stream.concat(slips.stream(), other.slips.stream()).toList());
        }

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    private record Target(String objective, String value, String year, String comparators, String text) {}

    private final JsonNode read;
    private final JsonNode expected;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private ReadingScore(JsonNode read, JsonNode expected) {
        this.read = read;
        this.expected = expected;
    }

    /** The counts of each field group, in a fixed order. */
    static Map<String, Count> of(JsonNode read, JsonNode expected) {
        var score = new ReadingScore(read, expected);
        score.header();
        return score.lists();
    }

    /** The counts of the lists alone, without the head. */
    static Map<String, Count> ofLists(JsonNode read, JsonNode expected) {
        return new ReadingScore(read, expected).lists();
    }

    private Map<String, Count> lists() {
        var score = this;
        score.match(
                "legalBases",
                score.bases(expected.path("basis"), "date"),
                score.bases(read.path("legalBases"), "issuedOn"),
                String::equals);
        score.match(
                "objectives",
                texts(expected.path("objectives"), "title"),
                texts(read.path("objectives"), "title"),
                ReadingScore::sameName);
        score.match("measures", score.expectedTargets(), score.readTargets(), ReadingScore::sameTarget);
        score.match(
                "agencies",
                score.expectedAgencies(false),
                texts(read.path("assignments"), "agency"),
                ReadingScore::sameName);
        score.match("requests", score.expectedAgencies(true), score.readRequests(), ReadingScore::sameName);
        score.match("owners", score.expectedOwners(), score.readOwners(), ReadingScore::sameOwner);
        score.match(
                "deadlines",
                texts(expected.path("deadlines"), "date").stream().distinct().toList(),
                score.readDates(),
                String::equals);
        score.match(
                "recipients",
                strings(expected.path("recipients")),
                score.readRecipients(),
                ReadingScore::sameRecipient);
        score.match(
                "signatory",
                optional(expected.path("signer").path("name")),
                optional(read.path("signatory").path("name")),
                ReadingScore::sameName);
        return score.counts;
    }

    private void header() {
        field(
                "documentType",
                optional(expected.path("docType")),
                optional(read.path("documentType")).stream()
                        .map(type ->
                                VietnameseText.lower(DocumentType.valueOf(type).vietnamese()))
                        .toList(),
                String::equals);
        field("number", optional(expected.path("number")), optional(read.path("number")), String::equals);
        field(
                "issuer",
                optional(expected.path("issuer")),
                optional(read.path("issuer").path("name")),
                ReadingScore::sameName);
        field("issuedOn", optional(expected.path("issuedDate")), optional(read.path("issuedOn")), String::equals);
        field("title", optional(expected.path("title")), optional(read.path("title")), ReadingScore::sameName);
        field(
                "periodFrom",
                optional(expected.path("period").path("from")),
                optional(read.path("period").path("from")),
                String::equals);
        field(
                "periodTo",
                optional(expected.path("period").path("to")),
                optional(read.path("period").path("to")),
                String::equals);
    }

    /** One value of the head; nothing expected and nothing read is a right answer. */
    private void field(String name, List<String> wanted, List<String> found, BiPredicate<String, String> same) {
        Count count =
                wanted.isEmpty() && found.isEmpty() ? new Count(1, 0, 0, List.of()) : compare(wanted, found, same);
        var named = new Count(
                count.right(),
                count.wrong(),
                count.missed(),
                count.slips().stream().map(slip -> name + " " + slip).toList());
        counts.merge("header", named, Count::plus);
    }

    private <T> void match(String group, List<T> wanted, List<T> found, BiPredicate<T, T> same) {
        counts.put(group, compare(wanted, found, same));
    }

    private static <T> Count compare(List<T> wanted, List<T> found, BiPredicate<T, T> same) {
        var missed = new ArrayList<>(wanted);
        var wrong = new ArrayList<T>();
        int right = 0;
        for (T fact : found) {
            var match = missed.stream()
                    .filter(candidate -> same.test(candidate, fact))
                    .findFirst();
            if (match.isPresent()) {
                missed.remove(match.get());
                right++;
            } else {
                wrong.add(fact);
            }
        }
        var slips = new ArrayList<String>();
        wrong.forEach(fact -> slips.add("wrong: " + fact));
        missed.forEach(fact -> slips.add("missed: " + fact));
        return new Count(right, wrong.size(), missed.size(), List.copyOf(slips));
    }

    private List<String> bases(JsonNode bases, String dateKey) {
        return bases.valueStream()
                .map(basis -> basis.path("number").asString("") + " "
                        + basis.path(dateKey).asString(""))
                .toList();
    }

    private List<Target> expectedTargets() {
        var targets = new ArrayList<Target>();
        for (JsonNode objective : expected.path("objectives")) {
            String no = objective.path("no").asString("");
            for (JsonNode indicator : objective.path("indicators")) {
                String text = indicator.path("text").asString("");
                String comparator = indicator.path("comparator").asString("");
                if (comparator.equals("qualitative")) {
                    targets.add(new Target(no, "", "", "", text));
                    continue;
                }
                String accepted = indicator.path("comparatorExplicit").asBoolean(true) ? comparator : comparator + " =";
                JsonNode byYear = indicator.path("byYear");
                if (byYear.isObject() && !byYear.isEmpty()) {
                    byYear.propertyStream()
                            .forEach(year -> targets.add(new Target(
                                    no,
                                    number(year.getValue()),
                                    year.getKey(),
                                    isAbout(indicator, year.getKey()) ? accepted + " ~" : accepted,
                                    text)));
                } else {
                    targets.add(new Target(no, number(indicator.path("value")), "", accepted, text));
                }
            }
        }
        return targets;
    }

    /** Whether the noted indicator says "khoảng" of this year. */
    private static boolean isAbout(JsonNode indicator, String year) {
        return indicator
                .path("approxYears")
                .valueStream()
                .anyMatch(about -> about.asString("").equals(year));
    }

    private List<Target> readTargets() {
        var targets = new ArrayList<Target>();
        for (JsonNode objective : read.path("objectives")) {
            String no = objective.path("no").asString("");
            for (JsonNode indicator : objective.path("indicators")) {
                String text = indicator.path("text").asString("");
                if (indicator.path("measures").isEmpty()) {
                    targets.add(new Target(no, "", "", "", text));
                }
                for (JsonNode measure : indicator.path("measures")) {
                    targets.add(new Target(
                            no,
                            number(measure.path("value")),
                            measure.path("byYear").asString(""),
                            measure.path("comparator").asString(""),
                            measure.path("what").asString("")));
                }
            }
        }
        return targets;
    }

    private static boolean sameTarget(Target wanted, Target found) {
        boolean qualitative = wanted.comparators().isEmpty();
        if (qualitative || found.comparators().isEmpty()) {
            return qualitative && found.comparators().isEmpty() && sameName(wanted.text(), found.text());
        }
        return wanted.objective().equals(found.objective())
                && wanted.value().equals(found.value())
                && wanted.year().equals(found.year())
                && List.of(wanted.comparators().split(" ")).contains(found.comparators());
    }

    private List<String> expectedAgencies(boolean requested) {
        return expected.path("agencies")
                .valueStream()
                .flatMap(agency -> Stream.concat(
                        Stream.of(agency),
                        requested ? Stream.empty() : agency.path("children").valueStream()))
                .filter(agency -> !requested || agency.path("requested").asBoolean(false))
                .map(agency -> agency.path("name").asString(""))
                .toList();
    }

    private List<String> readRequests() {
        return read.path("assignments")
                .valueStream()
                .filter(assignment -> assignment.path("request").asBoolean(false))
                .map(assignment -> assignment.path("agency").asString(""))
                .toList();
    }

    private List<String> expectedOwners() {
        return expected.path("objectiveOwners")
                .propertyStream()
                .flatMap(owner -> strings(owner.getValue()).stream().map(what -> owner.getKey() + "|" + what))
                .toList();
    }

    private List<String> readOwners() {
        return read.path("assignments")
                .valueStream()
                .flatMap(assignment -> Stream.concat(
                                strings(assignment.path("ownsObjectives")).stream(),
                                strings(assignment.path("ownsIndicators")).stream())
                        .map(what -> assignment.path("agency").asString("") + "|" + what))
                .toList();
    }

    private static boolean sameOwner(String wanted, String found) {
        String[] one = wanted.split("\\|", -1);
        String[] other = found.split("\\|", -1);
        return one[1].equals(other[1]) && sameName(one[0], other[0]);
    }

    private List<String> readDates() {
        var dates = new TreeSet<String>();
        read.path("reporting").forEach(duty -> dates.addAll(optional(duty.path("dueOn"))));
        read.path("events").forEach(event -> {
            dates.addAll(optional(event.path("from")));
            dates.addAll(optional(event.path("to")));
        });
        return List.copyOf(dates);
    }

    private List<String> readRecipients() {
        return read.path("recipients")
                .valueStream()
                .map(recipient -> recipient.path("name").asString("")
                        + optional(recipient.path("purpose")).stream()
                                .map(purpose -> " (" + purpose + ")")
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    /** A recipient with its purpose, or without it on either side. */
    private static boolean sameRecipient(String wanted, String found) {
        return sameName(wanted, found)
                || sameName(wanted.replaceFirst("\\s*\\([^)]*\\)$", ""), found.replaceFirst("\\s*\\([^)]*\\)$", ""));
    }

    private static boolean sameName(String wanted, String found) {
        return Names.similarity(wanted, found) >= SAME_NAME;
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : "";
    }

    private static List<String> texts(JsonNode objects, String key) {
        return objects.valueStream()
                .map(object -> object.path(key).asString(""))
                .toList();
    }

    private static List<String> strings(JsonNode values) {
        return values.valueStream().map(value -> value.asString("")).toList();
    }

    private static List<String> optional(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? List.of() : List.of(value.asString(""));
    }
}
