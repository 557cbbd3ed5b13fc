package vn.binhquyen.intake;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.check.Rule.InHand;
import vn.binhquyen.intake.knowledge.Knowledge;

/**
 * Findings of the drafts that people have open. The answers depend on nothing but the question, so an unchanged draft is
 * not asked again at every view, and nothing need ever be forgotten for being out of date.
 */
final class RememberedFindings {
    private static final int DRAFTS_OPEN_AT_ONCE = 64;

    /** All that the answers depend on; see {@link InHand}. */
    record Question(
            ReadPlan plan,
            @Nullable DocumentText text,
            Knowledge knowledge,
            @Nullable ReadPlan parent,
            Locale locale) {}

    private final LoadingCache<Question, List<Finding>> answers;

    RememberedFindings(PlanChecks checks) {
        this.answers = Caffeine.newBuilder()
                .maximumSize(DRAFTS_OPEN_AT_ONCE)
                .build(question -> checks.check(
                        new InHand(question.plan(), question.text(), question.knowledge(), question.parent()),
                        question.locale()));
    }

    List<Finding> of(Question question) {
        return answers.get(question);
    }
}
