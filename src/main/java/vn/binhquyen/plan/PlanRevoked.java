package vn.binhquyen.plan;

/** A plan was withdrawn: what it asked for is not owed any more. Published in the transaction of the change. */
public record PlanRevoked(PlanId plan) {}
