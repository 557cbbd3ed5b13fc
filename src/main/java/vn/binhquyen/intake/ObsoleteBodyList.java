package vn.binhquyen.intake;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.intake.knowledge.ObsoleteBodyRows;

/** The list of bodies and tiers that ended, which the rule about obsolete bodies reads. */
@Service
public class ObsoleteBodyList extends Register<ObsoleteBody> {
    ObsoleteBodyList(ObsoleteBodyRows rows, AuditLog audit, Clock clock) {
        super(rows, "obsolete-body", "register.body.taken", audit, clock);
    }
}
