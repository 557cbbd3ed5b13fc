package vn.binhquyen.kernel;

/** Which way an indicator improves: up, down, toward a natural band (sex ratio at birth), or no way at all (qualitative). */
public enum Direction {
    UP,
    DOWN,
    TOWARD,
    NONE
}
