package vn.binhquyen.platform.demonstration;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.platform.Founding;
import vn.binhquyen.platform.StoryClock;

/**
 * Tells the story of the demonstration from its beginning: the province's plan arrives, Thượng Sơn makes its own, works
 * and reports; Nà Lâm follows, Khuổi Bốc is late, its draft still being
 * reviewed. The year of the story is 2026, the year of its documents.
 */
@Component
public class Demonstration {
    /** The password of everybody in the story. */
    public static final String PASSWORD = Casting.PASSWORD;

    private final Founding founding;
    private final Casting casting;
    private final CommitteesOfTheStory committees;
    private final PlansOfTheStory plans;
    private final ReportsOfTheStory reports;
    private final FiguresOfTheStory figures;
    private final StoryClock clock;

    Demonstration(
            Founding founding,
            Casting casting,
            CommitteesOfTheStory committees,
            PlansOfTheStory plans,
            ReportsOfTheStory reports,
            FiguresOfTheStory figures,
            StoryClock clock) {
        this.founding = founding;
        this.casting = casting;
        this.committees = committees;
        this.plans = plans;
        this.reports = reports;
        this.figures = figures;
        this.clock = clock;
    }

    public void tell() {
        Actor administrator = founding.foundWithCountry("quan-tri", PASSWORD);
        Cast cast = casting.found(administrator);
        committees.sit(cast);
        Story story = new Story(cast);
        clock.on(LocalDate.of(2026, 1, 8), story::provinceArrives);
        clock.on(LocalDate.of(2026, 1, 20), story::thuongSonIssues);
        clock.on(LocalDate.of(2026, 2, 27), story::naLamFollows);
        clock.on(LocalDate.of(2026, 3, 20), story::khuoiBocIsLate);
        story.workAndReport();
        figures.tell(cast);
    }

    private final class Story {
        private final Cast cast;
        private @Nullable PlanId provincial;
        private @Nullable PlanId communal;

        Story(Cast cast) {
            this.cast = cast;
        }

        void provinceArrives() {
            provincial = plans.registerTheProvinces(cast);
        }

        void thuongSonIssues() {
            communal = plans.issueThuongSons(cast, Objects.requireNonNull(provincial));
        }

        void naLamFollows() {
            plans.issueFromTheParent(cast, cast.naLam(), "na-lam", Objects.requireNonNull(provincial));
        }

        void khuoiBocIsLate() {
            plans.readKhuoiBocs(cast);
        }

        void workAndReport() {
            plans.work(cast, Objects.requireNonNull(communal));
            reports.finishTheFirstHalf(cast);
            reports.beginTheYear(cast);
        }
    }
}
