package vn.binhquyen.plan;

/** Chủ trì, phối hợp. */
public enum TaskRole {
    LEAD,
    COORDINATE
}
