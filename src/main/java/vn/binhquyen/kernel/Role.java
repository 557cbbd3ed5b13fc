package vn.binhquyen.kernel;

/** What a person does in the programme; rights follow from it and from the place of the person's agency. */
public enum Role {
    /** Runs the programme of a unit: writes its plan, receives and consolidates its reports. */
    STANDING_OFFICER,
    /** Gives numbers and dates to signed documents and distributes them (văn thư). */
    CLERK,
    /** Does and reports the work of one agency. */
    AGENCY_OFFICER,
    /** Approves and signs for a unit. */
    LEADER,
    /** Watches, receives and consolidates the reports of the units below. */
    CONSOLIDATOR,
    /** Keeps units, agencies and accounts. */
    ADMINISTRATOR
}
