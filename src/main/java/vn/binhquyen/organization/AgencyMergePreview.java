package vn.binhquyen.organization;

import java.util.List;
import vn.binhquyen.kernel.AgencyMergeParticipant.Following;

/** @param following what other rooms would hand over, each kind with its count; empty where nothing would */
public record AgencyMergePreview(Agency duplicate, Agency survivor, List<Following> following) {}
