package vn.binhquyen.plan;

/** A plan came to its end: nothing new is owed. Published in the transaction of the change. */
public record PlanClosed(PlanId plan) {}
