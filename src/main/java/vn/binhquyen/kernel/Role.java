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
    /** Keeps units, agencies and accounts of a unit and of those below it. */
    ADMINISTRATOR,
    /** Keeps the figures of a unit: their catalogue, forms and quality. */
    STATISTICIAN,
    /** Looks after people hurt by violence. */
    CASE_WORKER,
    /** Answers for the cases of a unit and for who may see them. */
    CASE_SUPERVISOR,
    /** Reads what others do, and the record of it; changes nothing. */
    INSPECTOR,
    /** Keeps the whole installation: what all units look up, and every unit, agency and account. */
    SYSTEM_ADMINISTRATOR
}
