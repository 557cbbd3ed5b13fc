package vn.binhquyen.intake.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Doubt;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.review.Comparison;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Progress;
import vn.binhquyen.intake.review.Rewording;
import vn.binhquyen.plan.Missing;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanItem.At;

/**
 * A draft as it lies open before one person.
 *
 * @param reading null for a plan that was written here
 * @param progress what of it somebody looked at
 * @param beside the draft beside other plans, found when it is asked for
 * @param editable whether this person may change it now
 * @param savedAt when it was last saved; null where nothing is recorded
 * @param savedBy by whom; null with it
 */
record Desk(
        PlanDraft draft,
        @Nullable KeptReading reading,
        List<Doubt> doubts,
        List<Missing> missing,
        Progress progress,
        Supplier<List<Comparison>> beside,
        Rows rows,
        boolean editable,
        @Nullable OffsetDateTime savedAt,
        @Nullable String savedBy) {

    public PlanContent content() {
        return draft.content();
    }

    public long openDoubts() {
        return doubts.stream().filter(Doubt::open).count();
    }

    /** How many places somebody should look at: what is doubtful, and what is missing and not already in doubt. */
    public int toReview() {
        return Math.toIntExact(openDoubts())
                + lacks().stream().mapToInt(Lack::count).sum();
    }

    public List<Lack> lacks() {
        return Lack.of(missing, doubts, content());
    }

    public boolean blocked() {
        return missing.stream().anyMatch(Missing::blocking);
    }

    /** What each section holds, in the order in which they are offered. */
    public Map<Section, Integer> counts() {
        PlanContent content = content();
        Map<Section, Integer> counts = new EnumMap<>(Section.class);
        counts.put(Section.GOALS, content.indicators().size());
        counts.put(Section.TASKS, content.tasks().size());
        counts.put(Section.PARTIES, content.parties().size());
        counts.put(Section.REPORTS, content.reportingDuties().size());
        counts.put(Section.BASES, content.legalBases().size());
        counts.put(Section.GENERAL, -1);
        counts.put(Section.REVIEW, toReview());
        counts.put(Section.COMPARE, -1);
        return counts;
    }

    public long answeredDoubts() {
        return doubts.size() - openDoubts();
    }

    /** The keys of what is in doubt, joined by spaces. */
    public String doubtfulKeys() {
        return doubts.stream().filter(Doubt::open).map(Desk::key).distinct().collect(Collectors.joining(" "));
    }

    /** What a doubt is about: an item, or the doubt itself where it is about none. */
    static String key(Doubt doubt) {
        return doubt.item() == null
                ? "doubt-" + doubt.finding().rule() + "-" + doubt.subject().replaceAll("[^A-Za-z0-9]", "-")
                : doubt.item().toString();
    }

    /** The document as it looks, with what was read of it lit up; nothing for a plan that was written here. */
    String document() {
        return reading == null
                ? ""
                : LitDocument.of(
                        draft.head().id(), Passages.of(reading.text(), MarkedText.of(reading.text(), facts(reading))));
    }

    private List<MarkedText.Fact> facts(KeptReading document) {
        List<MarkedText.Fact> facts = new ArrayList<>();
        ItemList.all(content()).forEach(found -> {
            At at = found.item().at();
            if (at != null) {
                String key = found.item().id().toString();
                boolean doubtful = doubts.stream()
                        .anyMatch(doubt -> doubt.open() && key(doubt).equals(key));
                facts.add(new MarkedText.Fact(key, Section.of(found.list()), place(at), doubtful));
            }
        });
        document.plan().places().forEach((path, place) -> {
            if (!path.contains("/")) {
                facts.add(new MarkedText.Fact("head-" + path, Section.GENERAL, place, false));
            }
        });
        PlanContent.Signatory signatory = content().signatory();
        if (signatory != null && signatory.at() != null) {
            facts.add(new MarkedText.Fact("head-name", Section.GENERAL, place(signatory.at()), false));
        }
        for (Doubt doubt : doubts) {
            Place at = doubt.finding().at();
            if (at != null && at.length() > 0) {
                Section section = doubt.item() == null ? Section.REVIEW : sectionOf(doubt);
                facts.add(new MarkedText.Fact(key(doubt), section, at, doubt.open()));
            }
        }
        return facts;
    }

    public List<Comparison> comparisons() {
        return beside.get();
    }

    public String keyOf(Doubt doubt) {
        return key(doubt);
    }

    /** The item that the doubt is about, in a few words; null where its sentence says it or it is about none. */
    public Rows.@Nullable About aboutOf(Doubt doubt) {
        return doubt.item() == null
                ? null
                : rows.about(doubt.item(), doubt.finding().message());
    }

    /** What is in doubt about an open form: about the item, and about what stands in it unless that is open too. */
    public List<Doubt> openDoubtsOf(ItemForm form, @Nullable ItemForm inner) {
        Set<String> keys = new HashSet<>(List.of(form.key()));
        form.inside().forEach(row -> keys.add(row.key()));
        if (inner != null && inner != form) {
            keys.remove(inner.key());
        }
        return doubts.stream()
                .filter(Doubt::open)
                .filter(doubt -> form.head() ? isOfHead(doubt) : keys.contains(key(doubt)))
                .toList();
    }

    /** How the words of an indicator would be brought into line with its target; null where that is not the doubt. */
    public @Nullable Rewording rewordingOf(Doubt doubt) {
        return doubt.item() == null || !editable
                ? null
                : Rewording.of(content(), doubt.item()).orElse(null);
    }

    /** Where it is mended: the section of the item, the head for what the plan says of itself, else the list of doubts. */
    public String sectionKeyOf(Doubt doubt) {
        return (isOfHead(doubt) ? Section.GENERAL : sectionOf(doubt)).key();
    }

    private boolean isOfHead(Doubt doubt) {
        return doubt.item() == null
                && (HeadFields.of(content()).containsKey(doubt.subject())
                        || doubt.subject().equals("period"));
    }

    private Section sectionOf(Doubt doubt) {
        return Optional.ofNullable(doubt.item())
                .flatMap(item -> ItemList.find(content(), item))
                .map(found -> Section.of(found.list()))
                .orElse(Section.REVIEW);
    }

    private static Place place(At at) {
        return new Place(at.line(), at.column(), at.length());
    }
}
