package vn.binhquyen.intake.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.check.Citations.Citation;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.PartialDate;

/** Had a cited document been replaced or run out on the plan's date, by the register of legal documents? */
final class ObsoleteBasis implements Rule {

    @Override
    public String id() {
        return "obsolete-basis";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        LocalDate date = PlanDates.of(hand.plan()).orElse(null);
        var doubts = new ArrayList<Doubt>();
        var told = new HashSet<LegalDocument>();
        if (date == null) {
            return doubts;
        }
        for (Citation citation : hand.citations()) {
            LegalDocument entry = Citations.entry(citation, hand.knowledge()).orElse(null);
            if (entry == null || !entry.isOver(date) || !told.add(entry)) {
                continue;
            }
            String slug = Citations.key(entry.number()).replace('/', '-');
            String last = DateOrder.say(PartialDate.of(Objects.requireNonNull(entry.lastDay())));
            String subject = citation.path().isEmpty() ? slug : citation.path() + "/" + slug;
            doubts.add(new Doubt(
                            entry.replacedBy() == null ? "" : "replaced",
                            subject,
                            citation.at(),
                            entry.cited(),
                            last,
                            String.valueOf(entry.replacedBy()))
                    .restingOn(Sources.of(entry)));
        }
        return doubts;
    }
}
