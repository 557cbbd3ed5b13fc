package vn.binhquyen.platform.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.platform.StoryClock;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.CutOff;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormHead;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;

/**
 * The forms of Minh Hà and what its communes filled in since they began: violence in families, measures of the strategy,
 * births. More is found and more are helped as the quarters pass; women and men are counted apart. Khuổi Bốc is late.
 */
@Component
class FiguresOfTheStory {
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    private static final List<Breakdown> SEXES = List.of(Breakdown.WOMEN, Breakdown.MEN);
    private static final List<Breakdown> ALONE = List.of(Breakdown.TOTAL);

    private final FormDesign design;
    private final Forms forms;
    private final Entries entries;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final CurrentActor current;
    private final StoryClock clock;

    FiguresOfTheStory(
            FormDesign design,
            Forms forms,
            Entries entries,
            Elements elements,
            Breakdowns breakdowns,
            CurrentActor current,
            StoryClock clock) {
        this.design = design;
        this.forms = forms;
        this.entries = entries;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.current = current;
        this.clock = clock;
    }

    /** A commune of the story: who fills its forms, how large it is beside the others, and how many it leaves open. */
    private record Place(UnitId unit, Actor officer, int size, int late) {
        Place late(int periods) {
            return new Place(unit, officer, size, periods);
        }
    }

    void tell(Cast cast) {
        LocalDate today = LocalDate.now(clock);
        Actor maker = cast.person("tinh");
        FormId violence = current.as(maker, () -> violence(cast, maker));
        FormId strategy = current.as(maker, () -> strategy(cast, maker));
        FormId births = current.as(maker, () -> births(cast, maker));
        FormId police = current.as(maker, () -> police(cast, maker));
        List<Place> places = List.of(
                new Place(cast.thuongSon(), cast.person("can-bo"), 10, 1),
                new Place(cast.naLam(), cast.person("can-bo-na-lam"), 7, 1),
                new Place(cast.khuoiBoc(), cast.person("can-bo-khuoi-boc"), 5, 2));
        for (Place place : places) {
            fill(place, violence, today);
            fill(place.late(place.late() - 1), strategy, today);
        }
        fill(new Place(cast.thuongSon(), cast.person("tram-y-te"), 10, 1), births, today);
        fill(new Place(cast.thuongSon(), cast.person("cong-an"), 10, 2), police, today);
    }

    private FormId violence(Cast cast, Actor maker) {
        return made(
                maker,
                head(
                        cast,
                        "MH-BLGD",
                        "Tình hình bạo lực gia đình trong quý",
                        "Domestic violence in the quarter",
                        Period.Kind.QUARTER,
                        null,
                        10),
                section(
                        "Vụ việc",
                        "Cases",
                        "Ghi số vụ phát hiện trong quý. Một vụ có thể có nhiều hình thức nên không cộng theo hình"
                                + " thức.",
                        columns(
                                Set.of(),
                                Set.of("violence:physical"),
                                Set.of("violence:mental"),
                                Set.of("violence:sexual"),
                                Set.of("violence:economic")),
                        null,
                        row("BLGD-2.1", true)),
                section(
                        "Người bị bạo lực và người gây bạo lực",
                        "Victims and perpetrators",
                        "",
                        SEXES,
                        Breakdown.TOTAL,
                        row("BLGD-NN", true),
                        row("NQ28-3.2a.DEN", true),
                        row("NQ28-3.2a.NUM", false),
                        row("BLGD-GBL", true)),
                section(
                        "Nơi trợ giúp",
                        "Places of help",
                        "Số có đến cuối quý.",
                        ALONE,
                        null,
                        row("BLGD-MH.DCTC", false),
                        row("BLGD-MH.NTL", false)));
    }

    private FormId strategy(Cast cast, Actor maker) {
        return made(
                maker,
                head(
                        cast,
                        "MH-CL",
                        "Chỉ tiêu của Chiến lược quốc gia về bình đẳng giới",
                        "Measures of the national strategy",
                        Period.Kind.YEAR,
                        null,
                        15),
                section(
                        "Lãnh đạo, kinh tế",
                        "Leadership, economy",
                        "",
                        ALONE,
                        null,
                        row("NQ28-1.1.NUM", true),
                        row("NQ28-1.1.DEN", true),
                        row("NQ28-2.3.NUM", false),
                        row("NQ28-2.3.DEN", false)),
                section(
                        "Giáo dục, truyền thông",
                        "Education, information",
                        "",
                        SEXES,
                        Breakdown.TOTAL,
                        row("NQ28-5.2a.NUM", false),
                        row("NQ28-5.2a.DEN", false),
                        row("NQ28-6.1.NUM", true),
                        row("NQ28-6.1.DEN", true)));
    }

    private FormId births(Cast cast, Actor maker) {
        return made(
                maker,
                head(
                        cast,
                        "MH-SINH",
                        "Trẻ sinh ra sống trong quý",
                        "Live births in the quarter",
                        Period.Kind.QUARTER,
                        AgencyKind.HEALTH,
                        5),
                section(
                        "Số trẻ sinh ra sống",
                        "Live births",
                        "",
                        ALONE,
                        null,
                        row("NQ28-4.1.NUM", true),
                        row("NQ28-4.1.DEN", true)));
    }

    private FormId police(Cast cast, Actor maker) {
        return made(
                maker,
                head(
                        cast,
                        "MH-TV",
                        "Tư vấn cho người gây bạo lực",
                        "Counselling of perpetrators",
                        Period.Kind.QUARTER,
                        AgencyKind.POLICE,
                        5),
                section(
                        "Người gây bạo lực chưa bị truy cứu trách nhiệm hình sự",
                        "Perpetrators not prosecuted",
                        "",
                        SEXES,
                        Breakdown.TOTAL,
                        row("NQ28-3.2b.DEN", true),
                        row("NQ28-3.2b.NUM", false)));
    }

    private static FormHead head(
            Cast cast,
            String code,
            String nameVi,
            String nameEn,
            Period.Kind kind,
            @Nullable AgencyKind agencyKind,
            int dueDays) {
        return new FormHead(
                code,
                cast.province(),
                nameVi,
                nameEn,
                "",
                kind,
                CutOff.CALENDAR,
                Set.of(Level.COMMUNE),
                agencyKind,
                dueDays,
                FIRST);
    }

    /** A line that is still to be placed. */
    private record Line(String element, boolean required) {}

    private static Line row(String element, boolean required) {
        return new Line(element, required);
    }

    private record Part(
            String titleVi,
            String titleEn,
            String help,
            List<Breakdown> columns,
            @Nullable Breakdown total,
            List<Line> lines) {}

    private static Part section(
            String titleVi,
            String titleEn,
            String help,
            List<Breakdown> columns,
            @Nullable Breakdown total,
            Line... lines) {
        return new Part(titleVi, titleEn, help, columns, total, List.of(lines));
    }

    @SafeVarargs
    private List<Breakdown> columns(Set<String>... combinations) {
        List<SortedSet<String>> asked =
                Arrays.stream(combinations).<SortedSet<String>>map(TreeSet::new).toList();
        Map<SortedSet<String>, Breakdown> keys = new LinkedHashMap<>(breakdowns.of(asked));
        return asked.stream()
                .map(each -> Objects.requireNonNull(keys.get(each)))
                .toList();
    }

    private FormId made(Actor maker, FormHead head, Part... parts) {
        FormId form = design.begin(maker, head);
        Map<String, Integer> keys = elements
                .withCodes(Arrays.stream(parts)
                        .flatMap(part -> part.lines().stream())
                        .map(Line::element)
                        .toList())
                .stream()
                .collect(Collectors.toMap(DataElement::code, DataElement::key));
        List<FormSection> sections = new ArrayList<>();
        for (Part part : parts) {
            List<FormRow> rows = new ArrayList<>();
            for (Line line : part.lines()) {
                rows.add(new FormRow(
                        rows.size() + 1,
                        Objects.requireNonNull(keys.get(line.element()), line.element()),
                        "",
                        "",
                        0,
                        List.of(),
                        Set.of(),
                        null,
                        line.required()));
            }
            sections.add(new FormSection(
                    sections.size() + 1,
                    part.titleVi(),
                    part.titleEn(),
                    part.help(),
                    part.columns(),
                    part.total(),
                    rows));
        }
        design.arrange(maker, form, sections, 0);
        design.activate(maker, form, 1);
        return form;
    }

    /** Sends what is long due, begins the one after and leaves the rest. */
    private void fill(Place place, FormId id, LocalDate today) {
        FormDefinition form = current.as(place.officer(), () -> forms.form(id)).orElseThrow();
        Period period = Period.containing(form.head().periodKind(), form.head().from());
        List<Period> over = new ArrayList<>();
        while (period.end().isBefore(today)) {
            over.add(period);
            period = period.next();
        }
        for (int i = 0; i < over.size(); i++) {
            Period due = over.get(i);
            boolean finished = i < over.size() - place.late();
            LocalDate day =
                    finished ? form.head().dueOn(due).minusDays(2) : due.end().plusDays(1);
            int step = i;
            if (!day.isAfter(today) && i <= over.size() - place.late()) {
                clock.on(
                        day,
                        () -> current.as(place.officer(), () -> {
                            enter(place, form, due, step, finished);
                            return null;
                        }));
            }
        }
    }

    private void enter(Place place, FormDefinition form, Period period, int step, boolean finished) {
        FormSheet sheet = new FormSheet(form.id(), place.unit(), period);
        Map<Integer, String> codes =
                elements
                        .withKeys(form.cells().stream()
                                .map(cell -> cell.key().element())
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(DataElement::key, DataElement::code));
        List<CellChange> typed = form.cells().stream()
                .filter(cell -> !cell.computed())
                .map(FormCell::key)
                .map(key -> new CellChange(
                        key,
                        null,
                        number(Objects.requireNonNull(codes.get(key.element())), key, place.size(), step)
                                .toPlainString()))
                .toList();
        entries.save(
                place.officer(),
                sheet,
                UUID.randomUUID(),
                finished ? typed : typed.subList(0, Math.max(1, typed.size() / 2)));
        if (finished && !entries.submit(place.officer(), sheet).isEmpty()) {
            throw new IllegalStateException(
                    "the story leaves something open in " + form.head().code());
        }
    }

    /** What was counted in the step-th period since the beginning in a commune of the size. */
    private static BigDecimal number(String code, CellKey key, int size, int step) {
        boolean men = key.breakdown().equals(Breakdown.MEN);
        int cases = 3 + size / 2 + step;
        int number = switch (code) {
            case "BLGD-2.1" ->
                switch (key.breakdown().key()) {
                    case 0 -> cases;
                    default -> Math.max(0, cases * 2 / 3 - key.breakdown().key() % 4);
                };
            case "BLGD-NN" -> men ? 1 + step % 2 : cases - 1;
            case "NQ28-3.2a.DEN" -> men ? 1 + step % 2 : cases;
            case "NQ28-3.2a.NUM" -> men ? step % 2 : Math.min(cases, cases * (55 + 7 * step) / 100);
            case "BLGD-GBL" -> men ? cases - 1 : 1;
            case "NQ28-3.2b.DEN" -> men ? cases - 2 : 1;
            case "NQ28-3.2b.NUM" -> men ? (cases - 2) * (40 + 8 * step) / 100 : step % 2;
            case "BLGD-MH.DCTC" -> size / 2 + step / 2;
            case "BLGD-MH.NTL" -> size > 8 ? 1 : 0;
            case "NQ28-1.1.NUM" -> 2 + size / 5 + step;
            case "NQ28-1.1.DEN" -> 6 + size / 2;
            case "NQ28-2.3.NUM" -> size + 2 * step;
            case "NQ28-2.3.DEN" -> 4 * size;
            case "NQ28-5.2a.NUM" -> (men ? 5 : 4) * size + size / 2 + step;
            case "NQ28-5.2a.DEN" -> (men ? 5 : 5) * size + size;
            case "NQ28-6.1.NUM" -> (men ? 160 : 190) * size + 25 * size * step;
            case "NQ28-6.1.DEN" -> (men ? 310 : 300) * size;
            case "NQ28-4.1.NUM" -> 2 * size + 3 + step % 3;
            case "NQ28-4.1.DEN" -> 2 * size + 1 + (step + 1) % 3;
            default -> throw new IllegalArgumentException("nobody counts " + code + " in the story");
        };
        return BigDecimal.valueOf(number);
    }
}
