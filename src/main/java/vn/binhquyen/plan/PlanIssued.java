package vn.binhquyen.plan;

/**
 * A version of a plan came into force: its duties, targets and tasks bind from now on. Published in the transaction of
 * the change.
 *
 * @param contentVersion 1 for the first, more for an amendment
 */
public record PlanIssued(PlanId plan, int contentVersion) {}
