package vn.binhquyen.plan;

/** The kinds of document that a plan can be, named as in Nghị định 30/2020/NĐ-CP, Article 7. */
public enum PlanKind {
    KE_HOACH,
    CHUONG_TRINH,
    DE_AN
}
