package vn.binhquyen.access;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import vn.binhquyen.access.signin.ApiTokens;
import vn.binhquyen.access.signin.Sessions;
import vn.binhquyen.committee.Committees;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.NewDecision;
import vn.binhquyen.committee.NewSeat;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Drafts;
import vn.binhquyen.intake.LegalDocuments;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.ObsoleteBodyList;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.Shaping;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyType;
import vn.binhquyen.organization.AgencyTypes;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.NewUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Villages;
import vn.binhquyen.plan.NewEvidence;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.publishing.Spreadsheets;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.reporting.ConsolidationId;
import vn.binhquyen.reporting.Consolidations;
import vn.binhquyen.reporting.IssuedPlans;
import vn.binhquyen.reporting.ReportKind;
import vn.binhquyen.reporting.ReportingStory;
import vn.binhquyen.reporting.Reports;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.Section;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Indicator;
import vn.binhquyen.statistics.catalogue.CatalogueEditing;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.DimensionDraft;
import vn.binhquyen.statistics.catalogue.ElementDraft;
import vn.binhquyen.statistics.catalogue.IndicatorDraft;
import vn.binhquyen.statistics.entry.EntryForms;
import vn.binhquyen.statistics.quality.FigureRules;
import vn.binhquyen.statistics.quality.Locks;
import vn.binhquyen.statistics.quality.NewException;
import vn.binhquyen.statistics.quality.NewLock;
import vn.binhquyen.statistics.quality.PeriodLockId;
import vn.binhquyen.statistics.quality.Rule;
import vn.binhquyen.statistics.quality.Severity;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/**
 * What there is to be asked for in {@link HandlerMatrixTest}: in each place a draft with its document, a plan in force with
 * a task and its evidence, a report being written and one that was sent, a consolidated report, people with all that is
 * theirs, a committee, lists that wait. All of it is made by the façades, and all of it bears the name of its place.
 */
final class HandlerWorlds {
    enum Where {
        AGENCY,
        UNIT,
        SIBLING,
        ABOVE,
        BELOW,
        FOREIGN
    }

    /**
     * What stands in one place.
     *
     * @param name part of the name of everything that not everybody may see there
     * @param ids by the type of the id, or by the place in the address: "tasks/{task}", "?seat"
     * @param others the ids of the same kinds that stand for other things: the plan in force instead of the draft
     */
    record World(
            UnitId unit,
            AgencyId agency,
            String name,
            Map<String, String> ids,
            Map<String, Map<String, String>> others) {}

    /** Begins the name of everything in every place. */
    static final String NAMED = "Bông Gạo Mùa";

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Provinces provinces;
    private final Organization organization;
    private final Reorganisations reorganisations;
    private final Villages villages;
    private final AgencyTypes agencyTypes;
    private final Committees committees;
    private final Accounts accounts;
    private final Posts posts;
    private final Delegations delegations;
    private final Invitations invitations;
    private final InvitationSheets sheets;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final FindByIndexNameSessionRepository<Session> openSessions;
    private final UserCredentialRepository passkeys;
    private final PublicKeyCredentialUserEntityRepository passkeyPeople;
    private final LegalDocuments legalDocuments;
    private final ObsoleteBodyList obsoleteBodies;
    private final Readings readings;
    private final Drafts drafts;
    private final Shaping shaping;
    private final Plans plans;
    private final Tasks tasks;
    private final Reports reports;
    private final Consolidations consolidations;
    private final CatalogueEditing catalogue;
    private final IssuedPlans issuedPlans;
    private final ReportingStory story;
    private final FigureRules figureRules;
    private final Locks locks;
    private final CurrentActor current;
    private final JdbcClient jdbc;

    HandlerWorlds(
            Provinces provinces,
            Organization organization,
            Reorganisations reorganisations,
            Villages villages,
            AgencyTypes agencyTypes,
            Committees committees,
            Accounts accounts,
            Posts posts,
            Delegations delegations,
            Invitations invitations,
            InvitationSheets sheets,
            ApiTokens tokens,
            Sessions sessions,
            FindByIndexNameSessionRepository<Session> openSessions,
            UserCredentialRepository passkeys,
            PublicKeyCredentialUserEntityRepository passkeyPeople,
            LegalDocuments legalDocuments,
            ObsoleteBodyList obsoleteBodies,
            Readings readings,
            Drafts drafts,
            Shaping shaping,
            Plans plans,
            Tasks tasks,
            Reports reports,
            Consolidations consolidations,
            CatalogueEditing catalogue,
            IssuedPlans issuedPlans,
            ReportingStory story,
            FigureRules figureRules,
            Locks locks,
            CurrentActor current,
            JdbcClient jdbc) {
        this.provinces = provinces;
        this.organization = organization;
        this.reorganisations = reorganisations;
        this.villages = villages;
        this.agencyTypes = agencyTypes;
        this.committees = committees;
        this.accounts = accounts;
        this.posts = posts;
        this.delegations = delegations;
        this.invitations = invitations;
        this.sheets = sheets;
        this.tokens = tokens;
        this.sessions = sessions;
        this.openSessions = openSessions;
        this.passkeys = passkeys;
        this.passkeyPeople = passkeyPeople;
        this.legalDocuments = legalDocuments;
        this.obsoleteBodies = obsoleteBodies;
        this.readings = readings;
        this.drafts = drafts;
        this.shaping = shaping;
        this.plans = plans;
        this.tasks = tasks;
        this.reports = reports;
        this.consolidations = consolidations;
        this.catalogue = catalogue;
        this.issuedPlans = issuedPlans;
        this.story = story;
        this.figureRules = figureRules;
        this.locks = locks;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** The places as somebody of the police of the commune sees them. */
    Map<Where, World> around(Province province) {
        Commune commune = province.commune();
        Commune sibling = province.anotherCommune(2);
        Commune foreign = provinces.found().commune();
        UnitId village = province.village(commune);
        AgencyId post = current.as(
                nation(),
                () -> organization.found(
                        nation(),
                        new NewAgency(village, "Thôn Bản", null, AgencyKind.VILLAGE, false, List.of(), FROM)));
        Map<Where, World> worlds = new EnumMap<>(Where.class);
        worlds.put(Where.AGENCY, world(commune.unit(), commune.police(), Level.VILLAGE));
        worlds.put(Where.UNIT, world(commune.unit(), commune.health(), Level.VILLAGE));
        worlds.put(Where.SIBLING, world(sibling.unit(), sibling.health(), Level.VILLAGE));
        worlds.put(Where.ABOVE, world(province.unit(), province.department(), Level.COMMUNE));
        worlds.put(Where.BELOW, world(village, post, null));
        worlds.put(Where.FOREIGN, world(foreign.unit(), foreign.health(), Level.VILLAGE));
        return worlds;
    }

    Actor person(String username, String name, AgencyId agency, Role... roles) {
        return current.as(
                nation(),
                () -> accounts.account(accounts.open(
                                nation(),
                                agency,
                                new NewAccount(username, name, null, agency, Set.of(roles), Provinces.PASSWORD)))
                        .actor());
    }

    /** @param below the level of a unit that is to be changed there; null where no unit can stand below */
    private World world(UnitId unit, AgencyId agency, @Nullable Level below) {
        int number = NUMBER.incrementAndGet();
        String name = NAMED + " " + number + " ";
        Actor maker = person(
                "lam" + number,
                name + "Làm",
                agency,
                Role.STANDING_OFFICER,
                Role.AGENCY_OFFICER,
                Role.LEADER,
                Role.CLERK);
        World world = new World(unit, agency, name.strip(), new HashMap<>(), new HashMap<>());
        world.ids().put("UnitId", unit.toString());
        world.ids().put("AgencyId", agency.toString());
        people(world, number);
        committee(world, maker);
        lists(world, number, below);
        catalogue(world, maker, number);
        draft(world, maker);
        inForce(world, maker, number);
        EntryForms.Form form = new EntryForms(jdbc).make(unit);
        world.ids().put("FormId", form.id().toString());
        world.ids().put("entry/{form}", form.id().toString());
        world.ids().put("/{period}", "2026Q1");
        world.ids().put("?cell", form.victims() + ".1");
        figures(world, maker, number);
        return world;
    }

    /** A rule by which figures are checked, and a lock with an exception on those of a year long past. */
    private void figures(World world, Actor maker, int number) {
        Rule rule = new Rule(
                "BG" + number,
                world.unit(),
                world.name() + " hỏi",
                "",
                "",
                "",
                Severity.WARNING,
                "NQ28-1.1.NUM",
                Comparator.AT_MOST,
                "NQ28-1.1.DEN",
                Rule.Against.SAME,
                BigDecimal.ZERO);
        NewLock lock = new NewLock(world.unit(), Period.year(1900 + number), null, TODAY, world.name() + " khóa");
        current.as(maker, () -> {
            world.ids().put("FigureRuleId", figureRules.add(maker, rule).toString());
            PeriodLockId id = locks.lock(maker, lock);
            locks.except(maker, id, new NewException(world.unit(), TODAY.plusDays(9), world.name() + " bổ sung"));
            world.ids().put("PeriodLockId", id.toString());
            world.ids()
                    .put(
                            "exceptions/{exception}",
                            locks.one(id).exceptions().getFirst().id().toString());
        });
    }

    private void people(World world, int number) {
        Actor nation = nation();
        Actor person = person("nguoi" + number, world.name() + " Nga", world.agency(), Role.AGENCY_OFFICER);
        Actor absent = person("vang" + number, world.name() + " Vắng", world.agency(), Role.AGENCY_OFFICER);
        world.ids().put("AccountId", person.account().toString());
        String post = current.as(
                        nation, () -> posts.of(absent.account()).getFirst().id())
                .toString();
        world.ids().put("PostId", post);
        world.ids().put("?seat", post);
        DelegationId delegation = current.as(
                absent,
                () -> delegations.delegate(
                        absent,
                        new NewDelegation(
                                "nguoi" + number,
                                Set.of(Role.AGENCY_OFFICER),
                                TODAY,
                                TODAY.plusDays(5),
                                world.name() + " nghỉ phép")));
        world.ids().put("DelegationId", delegation.toString());
        InvitationId invitation = current.as(
                nation,
                () -> invitations.invite(
                        nation,
                        world.agency(),
                        new NewInvitation(
                                new Person(world.name() + " Mời", null, null), null, Set.of(Role.AGENCY_OFFICER))));
        world.ids().put("InvitationId", invitation.toString());
        current.as(person, () -> tokens.make(person, world.name(), Set.of(ApiScope.READ_PLANS), 30));
        world.ids()
                .put(
                        "tokens/{id}",
                        current.as(person, () -> tokens.own(person))
                                .getFirst()
                                .id()
                                .toString());
        world.ids().put("sessions/{handle}", session(person));
        world.ids().put("passkeys/{id}", passkey(person, world.name()));
    }

    private String session(Actor person) {
        Session session = openSessions.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.account().toString());
        openSessions.save(session);
        return current.as(person, () -> sessions.own(person, "")).getFirst().handle();
    }

    /** As the browser would register it; the ceremony itself is a matter of the journey of signing in. */
    private String passkey(Actor person, String name) {
        return current.as(person, () -> {
            Bytes user = Objects.requireNonNull(
                            passkeyPeople.findByUsername(person.account().toString()))
                    .getId();
            Bytes id = Bytes.random();
            passkeys.save(ImmutableCredentialRecord.builder()
                    .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                    .credentialId(id)
                    .userEntityUserId(user)
                    .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
                    .label(name)
                    .created(Instant.now())
                    .lastUsed(Instant.now())
                    .build());
            return id.toBase64UrlString();
        });
    }

    private void committee(World world, Actor maker) {
        if (current.as(maker, () -> committees.seatsOf(world.unit())).isEmpty()) {
            current.as(
                    maker,
                    () -> committees.decide(
                            maker,
                            new NewDecision(
                                    world.unit(),
                                    DecisionKind.ESTABLISH,
                                    "Ban Vì sự tiến bộ của phụ nữ",
                                    1,
                                    "QĐ-UBND",
                                    FROM,
                                    FROM,
                                    "Triệu Văn Lâm",
                                    Set.of(),
                                    List.of(new NewSeat("Hà Thị Nga", null, null, null, SeatRole.HEAD)),
                                    -1)));
        }
    }

    private void catalogue(World world, Actor maker, int number) {
        String name = world.name();
        ElementDraft element = new ElementDraft(
                "MUA" + number,
                CatalogueSet.LOCAL,
                name + " đếm",
                "",
                "người",
                DataElement.Kind.COUNT,
                DataElement.OverTime.SUM,
                DataElement.OverUnits.SUM,
                false,
                true,
                "");
        IndicatorDraft indicator = new IndicatorDraft(
                "MUA" + number,
                CatalogueSet.LOCAL,
                "",
                name + " đo",
                "",
                "người",
                Direction.UP,
                Indicator.Computation.COUNT,
                BigDecimal.ONE,
                0,
                false,
                null,
                null,
                "MUA" + number,
                "",
                "",
                "",
                "",
                "",
                true);
        DimensionDraft dimension = new DimensionDraft(
                "mua" + number,
                name + " chia",
                name + " split",
                Breakdowns.Adds.ALL,
                true,
                "",
                List.of(new DimensionDraft.Option("mot", "Một", "One", false)));
        current.as(maker, () -> {
            world.ids()
                    .put(
                            "ElementId",
                            catalogue.define(maker, world.unit(), element).toString());
            world.ids()
                    .put(
                            "indicators/{id}",
                            catalogue.define(maker, world.unit(), indicator).toString());
            world.ids()
                    .put(
                            "DimensionId",
                            catalogue.define(maker, world.unit(), dimension).toString());
            return world;
        });
    }

    private void lists(World world, int number, @Nullable Level below) {
        Actor nation = nation();
        String name = world.name();
        Actor keeper = person("giu" + number, name + " Giữ", world.agency(), Role.ADMINISTRATOR);
        byte[] list = "Mã;Tên thôn\nbg%d;Thôn %s\n".formatted(number, name).getBytes(StandardCharsets.UTF_8);
        world.ids()
                .put(
                        "villages/{upload}",
                        current.as(keeper, () -> villages.upload(keeper, world.unit(), name + ".csv", list))
                                .toString());
        current.as(nation, () -> {
            if (below != null) {
                UnitId changed = organization.found(
                        nation, new NewUnit("bgm" + number, "xóm Đổi " + number, below, world.unit(), FROM));
                world.ids()
                        .put(
                                "reorganisations/{id}",
                                reorganisations
                                        .propose(nation, world.unit(), renamed(changed, number))
                                        .toString());
            }
            world.ids()
                    .put(
                            "AgencyTypeId",
                            agencyTypes
                                    .add(
                                            nation,
                                            new AgencyType(
                                                    "BONG_GAO_" + number,
                                                    AgencyKind.HEALTH,
                                                    Level.COMMUNE,
                                                    List.of(),
                                                    "Trạm " + number,
                                                    "Station " + number,
                                                    null,
                                                    FROM,
                                                    null,
                                                    false,
                                                    false,
                                                    "Công báo",
                                                    true))
                                    .toString());
            world.ids()
                    .put(
                            "legal-documents/{id}",
                            legalDocuments
                                    .add(
                                            nation,
                                            new LegalDocument(
                                                    DocumentType.NGHI_DINH,
                                                    "9" + number + "/2015/NĐ-CP",
                                                    LocalDate.of(2015, 3, 2),
                                                    "Chính phủ",
                                                    "Nghị định " + number,
                                                    null,
                                                    null,
                                                    null,
                                                    "Công báo",
                                                    true))
                                    .toString());
            world.ids()
                    .put(
                            "obsolete-bodies/{id}",
                            obsoleteBodies
                                    .add(
                                            nation,
                                            new ObsoleteBody(
                                                    "Phòng Gạo " + number,
                                                    List.of(),
                                                    LocalDate.of(2025, 6, 30),
                                                    null,
                                                    "Công báo",
                                                    true))
                                    .toString());
            world.ids().put("sheet/{id}", sheet(nation, world));
        });
    }

    private static Reorganisation renamed(UnitId unit, int number) {
        return new Reorganisation(
                Reorganisation.Kind.RENAME,
                List.of(unit),
                List.of(Reorganisation.Successor.fresh("bgn" + number, "xóm Mới " + number, null)),
                null,
                null,
                TODAY.plusYears(1),
                "NQ 1");
    }

    /** A sheet of people that waits to be carried out by who brought it. */
    private String sheet(Actor nation, World world) {
        List<XlsxSheet.Column> heads = sheets.heads(VIETNAMESE).stream()
                .map(head -> new XlsxSheet.Column(head, XlsxSheet.Kind.TEXT))
                .toList();
        String agency =
                current.as(nation, () -> organization.agency(world.agency())).name();
        String unit = current.as(nation, () -> organization.unit(world.unit())).name();
        List<@Nullable Object> row =
                Arrays.asList(world.name() + " Tờ", null, agency, unit, "Cán bộ cơ quan", null, null);
        byte[] workbook = Spreadsheets.write(new XlsxSheet("Người dùng", heads, List.of(row)));
        return Objects.requireNonNull(
                        sheets.look(nation, "nguoi-dung.xlsx", workbook).id())
                .toString();
    }

    /** Read from a document, so that it has its file and what was found in it. */
    private void draft(World world, Actor maker) {
        byte[] document = """
            ỦY BAN NHÂN DÂN
            XÃ THƯỢNG SƠN
            KẾ HOẠCH
            Thực hiện công tác bình đẳng giới năm 2026 %1$s

            I. MỤC TIÊU
            1. Mục tiêu 1: Trong lĩnh vực kinh tế
            - Chỉ tiêu 1: Ít nhất 40%% lao động nữ có việc làm ổn định tại %1$s.

            II. NHIỆM VỤ VÀ GIẢI PHÁP
            1. Công tác tuyên truyền
            - Phát tin bài %1$s trên loa truyền thanh của thôn.
            - Treo pa nô %1$s ở trung tâm xã.

            III. TỔ CHỨC THỰC HIỆN
            1. Công an xã chủ trì.
            """.formatted(world.name()).getBytes(StandardCharsets.UTF_8);
        NewReading reading = new NewReading(world.unit(), world.name() + ".txt", document, false);
        PlanId plan = current.as(maker, () -> switch (readings.handIn(maker, reading, VIETNAMESE)) {
            case Readings.Outcome.Begun begun -> begun.plan();
            case Readings.Outcome.Declined declined -> throw new AssertionError(declined.sentence());
        });
        PlanContent content = current.as(maker, () -> plans.draft(maker, plan)).content();
        PlanItem.Indicator indicator =
                content.objectives().getFirst().indicators().getFirst();
        world.ids().put("PlanId", plan.toString());
        world.ids().put("items/{item}", indicator.id().toString());
        world.ids().put("items/{target}", indicator.targets().getFirst().id().toString());
        String party = content.parties().getFirst().id().toString();
        world.ids().put("items/{item}/match", party);
        world.ids().put("items/{item}/agency", party);
        world.ids().put("?list", "indicators");
        world.ids().put("?version", "0");
        reshaped(world, maker, plan, content.tasks());
        for (String step : List.of("submission", "approval", "number")) {
            world.others().put(step, Map.of("steps/{address}", step));
        }
    }

    /** One task of the draft is parted into two and another taken out, so that both can be undone. */
    private void reshaped(World world, Actor maker, PlanId plan, List<PlanItem.Task> items) {
        PlanItem.Task first = items.getFirst();
        PlanItem.Task last = items.getLast();
        current.as(maker, () -> {
            UUID step = shaping.split(
                            maker,
                            plan,
                            first.id(),
                            first.text(),
                            first.text(),
                            first.text().indexOf(" trên loa"))
                    .step();
            UUID removal = Objects.requireNonNull(
                    drafts.remove(maker, plan, last.id(), ItemFields.of(last)).removal());
            world.ids().put("steps/{step}", step.toString());
            world.ids().put("removals/{removal}", removal.toString());
        });
    }

    private void inForce(World world, Actor maker, int number) {
        PlanId plan = issuedPlans
                .draft()
                .titled(world.name())
                .indicator(null, world.name() + " buổi truyền thông", "buổi", false, world.agency())
                .task(world.name() + " việc", world.agency())
                .report(PlanItem.ReportKind.SIX_MONTH, "2026-06-10", null, world.agency())
                .report(PlanItem.ReportKind.YEAR, "2026-12-10", null, world.agency())
                .issue(maker, world.unit(), 500 + number);
        TaskId task = current.as(maker, () -> tasks.tasksOf(plan, world.agency()))
                .getFirst()
                .task();
        UUID evidence = current.as(
                maker,
                () -> tasks.show(maker, world.agency(), new NewEvidence(task, world.name() + ".pdf", bytes(world))));
        Map<String, String> issued = new HashMap<>(Map.of(
                "PlanId", plan.toString(),
                "TaskId", task.toString(),
                "evidence/{evidence}", evidence.toString(),
                "?agency", world.agency().toString()));
        world.others().put("ISSUED", issued);
        for (String step : List.of("amendment", "closing", "revocation")) {
            world.others().put(step, Map.of("PlanId", plan.toString(), "steps/{address}", step));
        }
        world.ids().put("TaskId", task.toString());
        written(world, maker, story.round(plan, ReportKind.SIX_MONTH));
        sent(world, maker, story.round(plan, ReportKind.YEAR), number);
    }

    private void written(World world, Actor maker, RoundId round) {
        SubmissionId report = story.begin(maker, round);
        story.section(maker, report, Section.RESULTS, world.name() + " kết quả");
        world.ids().put("RoundId", round.toString());
        world.ids().put("SubmissionId", report.toString());
        world.ids().put("annexes/{annex}", annex(world, maker, report));
        world.ids()
                .put(
                        "IndicatorId",
                        story.draft(maker, report)
                                .content()
                                .figures()
                                .getFirst()
                                .indicator()
                                .id()
                                .toString());
        world.ids().put("ConsolidationId", story.consolidate(maker, round).toString());
        world.ids().put("?slot", "NUMERATOR-TOTAL-ACTUAL");
    }

    private void sent(World world, Actor maker, RoundId round, int number) {
        SubmissionId report = story.begin(maker, round);
        String annex = annex(world, maker, report);
        story.sent(maker, round, Map.of(), world.name() + " kết quả");
        story.accept(maker, report);
        ConsolidationId consolidation = story.consolidate(maker, round);
        story.approve(maker, maker, consolidation);
        world.others()
                .put(
                        "SENT",
                        Map.of(
                                "SubmissionId", report.toString(),
                                "annexes/{annex}", annex,
                                "RoundId", round.toString(),
                                "ConsolidationId", consolidation.toString()));
        current.as(
                maker,
                () -> consolidations.issue(
                        maker,
                        consolidation,
                        consolidations.head(maker, consolidation).version(),
                        number,
                        TODAY));
    }

    private String annex(World world, Actor maker, SubmissionId report) {
        current.as(maker, () -> reports.addAnnex(maker, report, world.name() + ".pdf", bytes(world)));
        return story.draft(maker, report).content().annexes().getFirst().id().toString();
    }

    private static byte[] bytes(World world) {
        return ("%PDF-1.4 Biên bản của " + world.name()).getBytes(StandardCharsets.UTF_8);
    }

    private Actor nation() {
        return provinces.administrator();
    }
}
