package vn.binhquyen.plan.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanLifecycle.Step;

/** A step that a person can take with a plan: its address, who may take it, what it asks. */
enum PlanStep {
    APPROVE("approval", Step.APPROVE, Action.APPROVE, "signature", Asks.NOTHING, true),
    RETURN("return", Step.RETURN, Action.APPROVE, "arrow-back-up", Asks.REASON, true),
    ISSUE("number", Step.ISSUE, Action.ISSUE, "file-certificate", Asks.NUMBER, true),
    SUBMIT("submission", Step.SUBMIT, Action.WRITE, "send", Asks.NOTHING, true),
    REGISTER("registration", Step.REGISTER, Action.WRITE, "file-certificate", Asks.NUMBER, false),
    AMEND("amendment", Step.AMEND, Action.WRITE, "pencil", Asks.REASON, false),
    ABANDON("withdrawal", Step.ABANDON, Action.WRITE, "x", Asks.NOTHING, false),
    CLOSE("closing", Step.CLOSE, Action.WRITE, "circle-check", Asks.REASON, false),
    REVOKE("revocation", Step.REVOKE, Action.APPROVE, "x", Asks.REASON, false),
    DISCARD("disposal", Step.DISCARD, Action.WRITE, "trash", Asks.NOTHING, false);

    enum Asks {
        NOTHING,
        REASON,
        NUMBER
    }

    private final String address;
    private final Step step;
    private final Action action;
    private final String icon;
    private final Asks asks;
    private final boolean forward;

    PlanStep(String address, Step step, Action action, String icon, Asks asks, boolean forward) {
        this.address = address;
        this.step = step;
        this.action = action;
        this.icon = icon;
        this.asks = asks;
        this.forward = forward;
    }

    /** @throws NotFound where no step has the address */
    static PlanStep at(String address) {
        return Arrays.stream(values())
                .filter(step -> step.address.equals(address))
                .findFirst()
                .orElseThrow(() -> new NotFound("step", address));
    }

    public String address() {
        return address;
    }

    Step step() {
        return step;
    }

    Action action() {
        return action;
    }

    public String icon() {
        return icon;
    }

    public Asks asks() {
        return asks;
    }

    /** The other answer that can be given to the same question; null where there is none. */
    public @Nullable PlanStep other() {
        return this == APPROVE ? RETURN : null;
    }

    /** Whether it belongs to the usual way of a plan, and so has a button of its own. */
    public boolean forward() {
        return forward;
    }

    /** Whether it binds agencies or frees them, so that the page shows whom. */
    public boolean concernsAgencies() {
        return switch (this) {
            case APPROVE, ISSUE, REGISTER, CLOSE, REVOKE -> true;
            case RETURN, SUBMIT, AMEND, ABANDON, DISCARD -> false;
        };
    }

    /** Whether nobody can undo it. */
    public boolean ends() {
        return this == CLOSE || this == REVOKE || this == DISCARD || this == ABANDON;
    }
}
