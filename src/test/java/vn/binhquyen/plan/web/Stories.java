package vn.binhquyen.plan.web;

import java.time.LocalDate;
import java.util.List;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.Province;

/** Brings plans to where a test needs them, through the façade and by the people who may. */
final class Stories {
    private final Plans plans;
    private final CurrentActor current;

    Stories(Plans plans, CurrentActor current) {
        this.plans = plans;
        this.current = current;
    }

    PlanId draft(Commune commune) {
        return draft(commune, CommunePlan.of(commune));
    }

    PlanId draft(Commune commune, PlanContent content) {
        Actor writer = commune.standingOfficer();
        return current.as(writer, () -> plans.begin(writer, new NewPlan(commune.unit(), null, "KH-UBND", content)));
    }

    PlanId submitted(Commune commune) {
        PlanId plan = draft(commune);
        submit(commune, plan);
        return plan;
    }

    void submit(Commune commune, PlanId plan) {
        Actor writer = commune.standingOfficer();
        current.as(writer, () -> plans.submit(writer, plan, head(writer, plan).version()));
    }

    PlanId approved(Commune commune) {
        PlanId plan = submitted(commune);
        Actor leader = commune.leader();
        current.as(leader, () -> plans.approve(leader, plan, head(leader, plan).version()));
        return plan;
    }

    PlanId issued(Commune commune, int number, LocalDate date) {
        PlanId plan = approved(commune);
        Actor clerk = commune.clerk();
        current.as(clerk, () -> plans.issue(clerk, plan, head(clerk, plan).version(), new Numbering(number, date)));
        return plan;
    }

    /** Issued, then amended with one edit of the title. */
    PlanId amended(Commune commune, int number, LocalDate date, String reason, String title) {
        PlanId plan = issued(commune, number, date);
        Actor writer = commune.standingOfficer();
        current.as(writer, () -> {
            plans.amend(writer, plan, head(writer, plan).version(), reason);
            plans.edit(
                    writer, plan, head(writer, plan).version(), List.of(new PlanEdit.SetField(null, "title", title)));
        });
        return plan;
    }

    /** A plan of the province in force, signed and numbered by its own people. */
    PlanId issued(Province province, PlanContent content, int number, LocalDate date) {
        Actor writer = province.consolidator();
        PlanId plan =
                current.as(writer, () -> plans.begin(writer, new NewPlan(province.unit(), null, "KH-UBND", content)));
        current.as(writer, () -> plans.submit(writer, plan, head(writer, plan).version()));
        Actor leader = province.leader();
        current.as(leader, () -> plans.approve(leader, plan, head(leader, plan).version()));
        Actor clerk = province.clerk();
        current.as(clerk, () -> plans.issue(clerk, plan, head(clerk, plan).version(), new Numbering(number, date)));
        return plan;
    }

    PlanHead head(Actor actor, PlanId plan) {
        return current.as(actor, () -> plans.draft(actor, plan).head());
    }

    TaskId task(Actor actor, PlanId plan, String text) {
        return current.as(
                actor,
                () -> plans.draft(actor, plan).content().tasks().stream()
                        .filter(task -> task.text().equals(text))
                        .map(task -> new TaskId(task.id()))
                        .findFirst()
                        .orElseThrow());
    }
}
