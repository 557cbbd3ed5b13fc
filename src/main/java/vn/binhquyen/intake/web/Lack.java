package vn.binhquyen.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Doubt;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.plan.Missing;
import vn.binhquyen.plan.PlanContent;

/**
 * What a plan lacks, of one kind.
 *
 * @param code message key of one of them
 * @param blocking whether the plan can't be sent on without
 */
record Lack(String code, boolean blocking, List<Missing> all) {
    private static final String OF_PLAN = "plan.missing.";

    /** Rules that ask for the same thing, by what the plan lacks. */
    private static final Map<String, String> ASKED = Map.of(
            "indicator-owner", "unassigned-indicator",
            "target-year", "target-without-year",
            "duty-date", "no-deadline",
            "legal-bases", "missing-part",
            "recipients", "missing-part",
            "signatory", "missing-part");

    private static final Map<String, String> PARTS =
            Map.of("legal-bases", "legalBases", "recipients", "recipients", "signatory", "signatory");

    /** Kind by kind, the necessary first; without what a doubt says already, unless the plan is stopped by it. */
    static List<Lack> of(List<Missing> missing, List<Doubt> doubts, PlanContent content) {
        Map<String, List<Missing>> kinds = new LinkedHashMap<>();
        for (Missing one : missing) {
            if (one.blocking() || doubts.stream().noneMatch(doubt -> saysSame(doubt, one, content))) {
                kinds.computeIfAbsent(one.code() + one.blocking(), any -> new ArrayList<>())
                        .add(one);
            }
        }
        return kinds.values().stream()
                .map(all -> new Lack(all.getFirst().code(), all.getFirst().blocking(), List.copyOf(all)))
                .toList();
    }

    private static boolean saysSame(Doubt doubt, Missing missing, PlanContent content) {
        String what = missing.code().substring(OF_PLAN.length());
        if (!doubt.finding().rule().equals(ASKED.get(what))) {
            return false;
        }
        if (missing.item() == null) {
            return doubt.subject().equals(PARTS.get(what));
        }
        return doubt.item() == null
                || doubt.item().equals(missing.item())
                || missing.item().equals(parent(content, doubt.item()));
    }

    private static @Nullable UUID parent(PlanContent content, UUID item) {
        return ItemList.find(content, item).map(ItemList.Found::parent).orElse(null);
    }

    public int count() {
        return all.size();
    }

    public boolean several() {
        return all.size() > 1;
    }

    /** Key of the sentence that counts them. */
    public String counted() {
        return "intake.lacks." + code.substring(OF_PLAN.length());
    }

    public Missing only() {
        return all.getFirst();
    }

    /** Where something is mended that no item lacks but the plan. */
    public String section() {
        return switch (code.substring(OF_PLAN.length())) {
            case "legal-bases" -> Section.BASES.key();
            case "work" -> Section.GOALS.key();
            default -> Section.GENERAL.key();
        };
    }
}
