package vn.binhquyen.statistics.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Thing;

/** Whether the units at and below the actor's filled in their forms, wholly and in time. */
@Service
@Transactional(readOnly = true)
public class Completeness {
    private static final int PAGE = 25;
    private static final int EXPORT = 10_000;
    private static final int YEARS_BACK = 2;

    private final CompletenessRows rows;
    private final Clock clock;

    Completeness(CompletenessRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Each form and period with how many units it was asked of, and what became of it. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<OwedForms> summary(Actor actor) {
        return rows.summary(actor.unit(), today(), periods());
    }

    /** A page of the sheets that are owed, what is late first. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public OwedPage page(Actor actor, OwedFilter filter) {
        return rows.page(actor.unit(), today(), periods(), filter, PAGE);
    }

    /** All of them for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<OwedSheet> export(Actor actor, OwedFilter filter) {
        return rows.page(actor.unit(), today(), periods(), filter, EXPORT).sheets();
    }

    /** The periods of the last two years, of all kinds. */
    private List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (Period.Kind kind : Arrays.asList(Period.Kind.values())) {
            Period period = Period.containing(kind, today());
            while (!period.end().isBefore(today().minusYears(YEARS_BACK))) {
                periods.add(period);
                period = period.previous();
            }
        }
        return periods;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
