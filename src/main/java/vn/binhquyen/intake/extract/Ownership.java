package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.extract.References.Reference;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Which objectives and indicators an agency follows: those that its tasks name, unless the clause gives them to another
 * body or only lets it help.
 */
record Ownership(List<String> objectives, List<String> indicators) {

    /** @param before the words of the clause before the reference */
    private record Claim(String before, Reference reference) {

        private static final Pattern HELPS = Pattern.compile(
                "(?:^|:)\\W*(?:\\p{L}+ ){0,2}(?:phoi hop|tham gia|ho tro|cung cap|lay y kien)(?!\\p{L})");
        private static final Pattern LEADS = Pattern.compile(
                "(?<!\\p{L})(?:chu tri|chiu trach nhiem|phu trach|(?:,|va) (?:truc tiep )?(?:theo doi|bao cao|danh"
                        + " gia|thuc hien))(?!\\p{L})");

        boolean onlyHelps() {
            String folded = VietnameseText.fold(before);
            return HELPS.matcher(folded).find() && !LEADS.matcher(folded).find();
        }

        /** The body that the clause itself makes the owner: "Sở Y tế theo dõi các" before "chỉ tiêu 6". */
        Optional<String> body() {
            return AgencyNames.subject(before);
        }
    }

    /** @param body what follows these objectives and indicators */
    record Owner(String body, Ownership owned, int from, int to) {}

    private static final Pattern BOUNDARY = Pattern.compile(";|\\.(?=\\s)|\\n");
    private static final Pattern GIVEN_TO = Pattern.compile(
            "[\\s(:-]{0,4}(?:(?:do|giao|giao cho|cơ quan theo dõi|đơn vị theo dõi|:)\\s+)*(?<body>\\p{Lu}[^.;()\\n]+)");
    private static final Pattern HELPS_TOO = Pattern.compile("^\\s*, (?:phoi hop|tham gia|ho tro|cung cap)(?!\\p{L})");
    private static final int ALONE = "các".length();

    /** @param plan the objectives of the plan, which tell what a bare number means */
    static Ownership of(List<String> tasks, List<Objective> plan) {
        var claimed = tasks.stream()
                .flatMap(task -> claims(task, plan).stream())
                .filter(claim -> !claim.onlyHelps() && claim.body().isEmpty())
                .map(Claim::reference)
                .toList();
        return of(claimed);
    }

    private static Ownership of(List<Reference> references) {
        return new Ownership(
                references.stream()
                        .flatMap(reference -> reference.objectives().stream())
                        .distinct()
                        .toList(),
                references.stream()
                        .flatMap(reference -> reference.indicators().stream())
                        .distinct()
                        .toList());
    }

    /** Owners that the words name beside what they follow, before it or after it. */
    static List<Owner> named(String words, List<Objective> plan) {
        var owners = new ArrayList<Owner>();
        for (Claim claim : claims(words, plan)) {
            Reference reference = claim.reference();
            Ownership owned = of(List.of(reference));
            Optional<String> before = claim.onlyHelps() ? Optional.empty() : claim.body();
            before.ifPresent(body -> owners.add(new Owner(body, owned, reference.from(), reference.to())));
            Matcher after = GIVEN_TO.matcher(words).region(reference.to(), words.length());
            if (claim.before().length() <= ALONE && after.lookingAt()) {
                AgencyNames.bodies(after.group("body"))
                        .forEach(body -> owners.add(new Owner(body, owned, after.start("body"), after.end("body"))));
            }
        }
        return owners;
    }

    private static List<Claim> claims(String words, List<Objective> plan) {
        var claims = new ArrayList<Claim>();
        for (Reference reference : References.in(words, plan)) {
            String before = clause(words, reference.from());
            boolean alone = before.length() <= ALONE && !claims.isEmpty();
            String since = claims.isEmpty()
                    ? ""
                    : words.substring(claims.getLast().reference().to(), reference.from());
            boolean turns = HELPS_TOO.matcher(VietnameseText.fold(since)).find();
            claims.add(new Claim(
                    turns
                            ? since.replaceFirst("^[\\s,]+", "")
                            : alone ? claims.getLast().before() : before,
                    reference));
        }
        return claims;
    }

    private static String clause(String words, int at) {
        Matcher boundary = BOUNDARY.matcher(words).region(0, at);
        int from = 0;
        while (boundary.find()) {
            from = boundary.end();
        }
        return words.substring(from, at).strip().replaceFirst("^(?:[-+*•]|\\d{1,2}[.)]|[a-zđ]\\))\\s*", "");
    }
}
