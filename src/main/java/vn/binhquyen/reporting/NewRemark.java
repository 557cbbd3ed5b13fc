package vn.binhquyen.reporting;

/** A remark to be made; see {@link Remark}. */
public record NewRemark(String place, String text) {}
