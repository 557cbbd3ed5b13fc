package vn.binhquyen.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.draft.DraftFromReading;
import vn.binhquyen.intake.draft.ReadingOfDraft;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.knowledge.LegalDocumentRows;
import vn.binhquyen.intake.knowledge.ObsoleteBodyRows;
import vn.binhquyen.intake.review.Agencies;
import vn.binhquyen.intake.review.AnswerRows;
import vn.binhquyen.intake.review.CitedPlans;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.PlanAbove;
import vn.binhquyen.intake.review.PresenceRows;
import vn.binhquyen.intake.review.ReadingRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;

/** The door of this room for people: documents handed in, the drafts they became, and what is doubtful in them. */
@Service
@Transactional
public class Readings {
    private static final String USUAL_SYMBOL = "KH-UBND";

    /** What became of a document: a draft, or a sentence that says why not. */
    public sealed interface Outcome {
        record Begun(PlanId plan) implements Outcome {}

        record Declined(String sentence) implements Outcome {}
    }

    private final IsolatedReader reader;
    private final ScannedPages pages;
    private final TransactionTemplate transaction;
    private final RememberedFindings findings = new RememberedFindings(new PlanChecks());
    private final Tika types = new Tika();
    private final Plans plans;
    private final Agencies agencies;
    private final CitedPlans parents;
    private final PlanAbove above;
    private final LegalDocumentRows documents;
    private final ObsoleteBodyRows bodies;
    private final ReadingRows readings;
    private final AnswerRows answers;
    private final PresenceRows presence;
    private final AuditLog audit;
    private final Clock clock;

    Readings(
            IsolatedReader reader,
            ScannedPages pages,
            PlatformTransactionManager transactions,
            Plans plans,
            Agencies agencies,
            CitedPlans parents,
            PlanAbove above,
            LegalDocumentRows documents,
            ObsoleteBodyRows bodies,
            ReadingRows readings,
            AnswerRows answers,
            PresenceRows presence,
            AuditLog audit,
            Clock clock) {
        this.reader = reader;
        this.pages = pages;
        this.transaction = new TransactionTemplate(transactions);
        this.plans = plans;
        this.agencies = agencies;
        this.parents = parents;
        this.above = above;
        this.documents = documents;
        this.bodies = bodies;
        this.readings = readings;
        this.answers = answers;
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads the document and begins a draft from it; the file is kept as it came. Nothing of the database is held while it
     * is read.
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    @Transactional(propagation = Propagation.SUPPORTS)
    public Outcome handIn(Actor actor, NewReading document, Locale locale) {
        long start = System.nanoTime();
        String watch = document.watch();
        Reading reading = reader.read(document.fileName(), document.bytes(), locale, count -> {
            if (watch != null) {
                pages.note(watch, count);
            }
        });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return switch (reading) {
            case Reading.Refused refused -> new Outcome.Declined(refused.message());
            case Reading.Plan plan ->
                new Outcome.Begun(
                        Objects.requireNonNull(transaction.execute(status -> begin(actor, document, plan, took))));
        };
    }

    private PlanId begin(Actor actor, NewReading document, Reading.Plan reading, Duration took) {
        ReadPlan read = reading.plan();
        UnitId issuer = agencies.issuerOf(read, document.unit());
        LocalDate dated =
                read.issuedOn() == null ? null : read.issuedOn().latest().orElse(null);
        PlanContent content = DraftFromReading.convert(
                read, agencies.of(issuer, dated), basis -> parents.cited(actor, issuer, basis));
        String symbol = read.symbol();
        PlanId id = plans.begin(
                actor, new NewPlan(document.unit(), issuer, symbol == null ? USUAL_SYMBOL : symbol, content));
        KeptReading kept = new KeptReading(
                document.fileName(),
                types.detect(document.bytes(), document.fileName()),
                DigestUtils.sha256Hex(document.bytes()),
                facts(content, read),
                Math.toIntExact(Math.max(1, took.toMillis())),
                document.alreadyIssued(),
                read,
                reading.text(),
                OffsetDateTime.now(clock));
        readings.insert(actor, id, kept, document.bytes());
        audit.record(actor, "read-from-document", "plan", id, Map.of("file", kept.fileName(), "sha256", kept.sha256()));
        return id;
    }

    private static int facts(PlanContent content, ReadPlan read) {
        long items =
                ItemList.all(content).filter(found -> found.item().at() != null).count();
        long head = read.places().keySet().stream()
                .filter(path -> !path.contains("/"))
                .count();
        return Math.toIntExact(items + head);
    }

    /** The document that the plan was read from; nothing where it was written here. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public Optional<KeptReading> of(Actor actor, PlanId id) {
        plans.draft(actor, id);
        return readings.find(id);
    }

    /** The file as it came. @throws NotFound where the plan was written here */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public byte[] file(Actor actor, PlanId id) {
        plans.draft(actor, id);
        return readings.bytes(id).orElseThrow(() -> new NotFound("document of plan", id));
    }

    /** What is doubtful in the plan as it says now, the open before the answered, the grave before the light. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<Doubt> doubts(Actor actor, PlanId id, Locale locale) {
        PlanDraft draft = plans.draft(actor, id);
        return doubts(actor, draft, readings.find(id).orElse(null), locale);
    }

    /** As {@link #doubts(Actor, PlanId, Locale)}, of a draft and its document at hand. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<Doubt> doubts(Actor actor, PlanDraft draft, @Nullable KeptReading reading, Locale locale) {
        ReadPlan original = reading == null ? above.nothing(draft.head()) : reading.plan();
        ReadingOfDraft view = ReadingOfDraft.of(draft.content(), original);
        Map<AnswerRows.Key, Doubt.Answer> known = answers.of(draft.head().id());
        var knowledge = new Knowledge(documents.all(), bodies.all());
        var question = new RememberedFindings.Question(
                view.plan(),
                reading == null ? null : reading.text(),
                knowledge,
                above.of(actor, draft.content().parent()).orElse(null),
                locale);
        return findings.of(question).stream()
                .map(finding -> doubt(finding, view, draft.content(), known))
                .sorted(Comparator.comparing(Doubt::open)
                        .reversed()
                        .thenComparing(doubt -> doubt.finding().severity()))
                .toList();
    }

    private static Doubt doubt(
            Finding finding, ReadingOfDraft view, PlanContent content, Map<AnswerRows.Key, Doubt.Answer> known) {
        UUID item = view.itemAt(finding.subject()).orElse(null);
        String subject = item == null ? finding.subject() : item + tail(finding.subject(), view);
        Doubt.Answer answer = known.get(new AnswerRows.Key(finding.rule(), subject, seen(content, item)));
        return new Doubt(finding, subject, item, answer);
    }

    /** What the path says behind the item that it leads to. */
    private static String tail(String path, ReadingOfDraft view) {
        String at = path;
        while (!view.items().containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return path.substring(at.length());
    }

    /** Keeps that the doubtful thing is right as it is. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void answer(Actor actor, PlanId id, String rule, String subject, String reason) {
        if (reason.isBlank()) {
            throw new Refused("intake.refused.reason");
        }
        PlanDraft draft = plans.draft(actor, id);
        requireEditable(draft.head());
        AnswerRows.Key key = new AnswerRows.Key(rule, subject, seen(draft.content(), itemOf(subject)));
        answers.put(actor, id, key, reason.strip(), OffsetDateTime.now(clock));
        audit.record(
                actor,
                "doubt-answered",
                "plan",
                id,
                Map.of("rule", rule, "subject", subject, "reason", reason.strip()));
    }

    /** Takes the answer back. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void reopen(Actor actor, PlanId id, String rule, String subject) {
        requireEditable(plans.draft(actor, id).head());
        answers.delete(id, rule, subject);
        audit.record(actor, "doubt-reopened", "plan", id, Map.of("rule", rule, "subject", subject));
    }

    /** Notes that the actor has the draft open and names the others who have; a sign of life, not an act to be audited. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public List<String> present(Actor actor, PlanId id) {
        return presence.note(actor, id, OffsetDateTime.now(clock));
    }

    private static void requireEditable(PlanHead head) {
        if (!head.status().editable()) {
            throw new Refused("plan.refused.not-editable");
        }
    }

    private static @Nullable UUID itemOf(String subject) {
        String id = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnItem) {
            return null;
        }
    }

    private static String seen(PlanContent content, @Nullable UUID item) {
        if (item == null) {
            return DigestUtils.sha256Hex(HeadFields.of(content).toString());
        }
        String words = ItemList.find(content, item).map(ItemList.Found::item).stream()
                .flatMap(found -> Stream.concat(Stream.of(found), targetsOf(found)))
                .map(found -> ItemFields.of(found).toString())
                .reduce("", String::concat);
        return DigestUtils.sha256Hex(words);
    }

    private static Stream<PlanItem.Target> targetsOf(PlanItem item) {
        return item instanceof PlanItem.Indicator indicator ? indicator.targets().stream() : Stream.empty();
    }
}
