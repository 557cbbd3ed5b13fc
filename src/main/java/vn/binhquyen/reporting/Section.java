package vn.binhquyen.reporting;

/** The parts of a report that are told in words, in the order in which it prints them. */
public enum Section {
    /** Chỉ đạo, điều hành: documents issued, meetings. */
    LEADERSHIP,
    RESULTS,
    /** Khó khăn, hạn chế và nguyên nhân. */
    DIFFICULTIES,
    /** Phương hướng, nhiệm vụ thời gian tới. */
    OUTLOOK,
    /** Đề xuất, kiến nghị. */
    PROPOSALS
}
