package vn.binhquyen.platform.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.plan.AssignedTask;
import vn.binhquyen.plan.NewChildPlan;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.platform.StoryClock;

/** The plans of the story: the province's is registered, Thượng Sơn's read, corrected, signed and worked on. */
@Component
class PlansOfTheStory {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String SYMBOL = "KH-UBND";

    private final Readings readings;
    private final Plans plans;
    private final Tasks tasks;
    private final CurrentActor current;
    private final StoryClock clock;

    PlansOfTheStory(Readings readings, Plans plans, Tasks tasks, CurrentActor current, StoryClock clock) {
        this.readings = readings;
        this.plans = plans;
        this.tasks = tasks;
        this.current = current;
        this.clock = clock;
    }

    PlanId registerTheProvinces(Cast cast) {
        Actor officer = cast.person("tinh");
        PlanId id = read(officer, cast.province(), "ke-hoach-tinh-minh-ha-2026-2030.md", true);
        current.as(officer, () -> {
            PlanDraft draft = plans.draft(officer, id);
            plans.registerIssued(officer, id, draft.version(), new Numbering(146, LocalDate.of(2026, 1, 5)), SYMBOL);
        });
        return id;
    }

    /** Read, the fall that rises put right, tied to the plan above, signed and numbered. */
    PlanId issueThuongSons(Cast cast, PlanId parent) {
        Actor officer = cast.person("can-bo");
        PlanId id = read(officer, cast.thuongSon(), "ke-hoach-xa-thuong-son-2026.docx", false);
        current.as(officer, () -> {
            PlanDraft draft = withoutUnknownParties(officer, id);
            PlanDraft corrected = plans.edit(
                    officer,
                    id,
                    draft.version(),
                    List.of(
                            new PlanEdit.SetField(null, "parent", new PlanContent.Parent(parent, "146/KH-UBND")),
                            new PlanEdit.SetField(
                                    target(
                                                    draft.content(),
                                                    t -> t.baseline() != null
                                                            && t.value().compareTo(t.baseline()) > 0)
                                            .id(),
                                    "value",
                                    new BigDecimal("29"))));
            plans.submit(officer, id, corrected.version());
        });
        sign(cast.person("lanh-dao"), id);
        number(cast.person("van-thu"), id, 12, LocalDate.of(2026, 1, 20));
        return id;
    }

    /** A commune that takes the objectives of the plan above over as they are. */
    void issueFromTheParent(Cast cast, UnitId unit, String place, PlanId parent) {
        Actor officer = cast.person("can-bo-" + place);
        PlanId id = current.as(officer, () -> plans.beginFromParent(officer, new NewChildPlan(unit, parent, SYMBOL)));
        current.as(officer, () -> {
            PlanDraft draft = withoutUnknownParties(officer, id);
            PlanDraft named = plans.edit(
                    officer,
                    id,
                    draft.version(),
                    List.of(
                            new PlanEdit.SetField(
                                    null, "title", "Công tác bình đẳng giới năm 2026 trên địa bàn xã Nà Lâm"),
                            new PlanEdit.SetField(null, "place", "Nà Lâm"),
                            new PlanEdit.SetField(null, "period", new PlanContent.Period(2026, 2026)),
                            new PlanEdit.SetField(
                                    null,
                                    "signatory",
                                    new PlanContent.Signatory(
                                            "TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH", "Phan Văn Lợi", null))));
            plans.submit(officer, id, named.version());
        });
        sign(cast.person("lanh-dao-" + place), id);
        number(cast.person("van-thu-" + place), id, 9, LocalDate.of(2026, 2, 27));
    }

    /** A commune that is late: its document has been read, and lies with its officer with what is doubtful in it. */
    void readKhuoiBocs(Cast cast) {
        read(cast.person("can-bo-khuoi-boc"), cast.khuoiBoc(), "ke-hoach-xa-khuoi-boc-2026.md", false);
    }

    /** Agencies tell what they did, month by month. */
    void work(Cast cast, PlanId plan) {
        clock.on(LocalDate.of(2026, 3, 12), () -> {
            tell(
                    cast,
                    plan,
                    "hoi-phu-nu",
                    0,
                    TaskState.DONE,
                    "Duy trì 04 địa chỉ tin cậy, cử người trực luân phiên.",
                    "4",
                    "địa chỉ",
                    100);
            tell(
                    cast,
                    plan,
                    "can-bo",
                    1,
                    TaskState.UNDER_WAY,
                    "Đã hướng dẫn 9 cơ quan, còn 4 thôn.",
                    "9",
                    "cơ quan",
                    70);
        });
        clock.on(LocalDate.of(2026, 4, 20), () -> {
            tell(
                    cast,
                    plan,
                    "cong-an",
                    0,
                    TaskState.UNDER_WAY,
                    "Đã rà soát 11 hộ có nguy cơ tại 4 thôn.",
                    "11",
                    "hộ",
                    60);
            tell(
                    cast,
                    plan,
                    "tram-y-te",
                    0,
                    TaskState.UNDER_WAY,
                    "Tư vấn 2 buổi tại trường THCS, 86 học sinh (45 nữ).",
                    "2",
                    "buổi",
                    50);
            tell(
                    cast,
                    plan,
                    "kinh-te",
                    0,
                    TaskState.DONE,
                    "Mở 01 lớp trồng nấm, 32 học viên (27 nữ).",
                    "1",
                    "lớp",
                    100);
        });
        clock.on(LocalDate.of(2026, 5, 18), () -> {
            tell(
                    cast,
                    plan,
                    "hoi-phu-nu",
                    2,
                    TaskState.UNDER_WAY,
                    "Đã tổ chức 03 buổi câu lạc bộ tại thôn Nà Pò, Bản Chang, Pác Đeng.",
                    "3",
                    "buổi",
                    50);
            tell(cast, plan, "can-bo", 3, TaskState.DONE, "Đã tập huấn 02 lớp, 58 người (33 nữ).", "2", "lớp", 100);
        });
    }

    private void tell(
            Cast cast,
            PlanId plan,
            String username,
            int index,
            TaskState state,
            String narrative,
            String quantity,
            String unit,
            int percentage) {
        Actor actor = cast.person(username);
        current.as(actor, () -> {
            List<AssignedTask> own = tasks.tasksOf(plan, actor.agency());
            AssignedTask task = own.get(Math.min(index, own.size() - 1));
            tasks.tell(
                    actor,
                    actor.agency(),
                    new NewProgress(task.task(), state, narrative, new BigDecimal(quantity), unit, percentage));
        });
    }

    /** Names that no agency bears are taken out, as an officer would who has nobody behind them. */
    private PlanDraft withoutUnknownParties(Actor officer, PlanId id) {
        PlanDraft draft = plans.draft(officer, id);
        List<PlanEdit> removals = draft.content().parties().stream()
                .filter(PlanItem.Party::unmatched)
                .<PlanEdit>map(party -> new PlanEdit.Remove(party.id()))
                .toList();
        return removals.isEmpty() ? draft : plans.edit(officer, id, draft.version(), removals);
    }

    private PlanId read(Actor officer, UnitId unit, String file, boolean alreadyIssued) {
        byte[] bytes = sample(file);
        return current.as(officer, () -> switch (readings.handIn(
                officer, new NewReading(unit, file, bytes, alreadyIssued), VIETNAMESE)) {
            case Readings.Outcome.Begun begun -> begun.plan();
            case Readings.Outcome.Declined declined ->
                throw new IllegalStateException(file + ": " + declined.sentence());
        });
    }

    private void sign(Actor leader, PlanId id) {
        current.as(
                leader, () -> plans.approve(leader, id, plans.draft(leader, id).version()));
    }

    private void number(Actor clerk, PlanId id, int number, LocalDate date) {
        current.as(clerk, () -> plans.issue(clerk, id, plans.draft(clerk, id).version(), new Numbering(number, date)));
    }

    private static PlanItem.Target target(PlanContent content, Predicate<PlanItem.Target> wanted) {
        Optional<PlanItem.Target> found = content.indicators().stream()
                .flatMap(indicator -> indicator.targets().stream())
                .filter(wanted)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("the sample has no such target"));
    }

    private static byte[] sample(String name) {
        try (InputStream file = PlansOfTheStory.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
