package vn.binhquyen.kernel;

import java.util.List;

/** A room whose living things follow when two records turn out to be one agency. What is finished stays where it was done. */
public interface AgencyMergeParticipant {
    /** What would follow, for a person to look at before. */
    List<Following> following(AgencyId duplicate, AgencyId survivor);

    /** Hands the living things over, in the transaction of the merge. */
    void follow(AgencyId duplicate, AgencyId survivor, Actor actor);

    /**
     * @param kind names the sentence ({@code merge.follows.<kind>} in the messages), with the count as its argument
     */
    record Following(String kind, int count) {}
}
