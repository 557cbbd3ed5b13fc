package vn.binhquyen.plan;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.publishing.Block;
import vn.binhquyen.publishing.DocumentType;
import vn.binhquyen.publishing.IssueDate;
import vn.binhquyen.publishing.OfficialDocument;
import vn.binhquyen.publishing.Recipient;
import vn.binhquyen.publishing.Signature;

/** Writes a plan as the official document that the office signs and sends, so that reading it gives the plan again. */
final class PlanDocument {
    private static final List<String> LAWS = List.of("Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh");
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII"};

    private final PlanContent content;
    private final List<Block> body = new ArrayList<>();
    private int sections;

    private PlanDocument(PlanContent content) {
        this.content = content;
    }

    /**
     * @param number null for a draft, as is {@code date}
     * @param above the agency above, printed over the issuing one; null where the issuer is a People's Committee
     * @param issuer the issuing agency, such as "Ủy ban nhân dân xã Mẫu Sơn"
     */
    static OfficialDocument of(
            PlanContent content,
            String symbol,
            @Nullable Integer number,
            @Nullable LocalDate date,
            @Nullable String above,
            String issuer) {
        PlanDocument document = new PlanDocument(content);
        DocumentType type = DocumentType.valueOf(content.documentType().name());
        String title = Objects.requireNonNullElse(content.title(), "");
        OfficialDocument.Builder builder = OfficialDocument.of(type, title)
                .issuedBy(above, issuer)
                .symbol(symbol)
                .at(
                        Objects.requireNonNullElse(content.place(), ""),
                        date == null ? document.draftDate() : IssueDate.of(date))
                .basedOn(content.legalBases().stream().map(PlanDocument::basis).toList())
                .opening("%s ban hành %s %s như sau:"
                        .formatted(issuer, type.vietnameseName(), startingSmall(title))
                        .replaceAll("\\s+", " "))
                .body(document.body(issuer))
                .signedBy(signature(content.signatory()))
                .recipients(
                        content.recipients().stream()
                                .map(recipient -> new Recipient(recipient.name(), recipient.purpose()))
                                .toList(),
                        "VT");
        return (number == null ? builder : builder.issued(number)).build();
    }

    private List<Block> body(String issuer) {
        purposes();
        objectives();
        taskGroups();
        budget();
        reporting();
        organisation();
        body.add(new Block.Paragraph(
                "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời"
                        + " phản ánh về %s để xem xét, giải quyết.".formatted(issuer)));
        return body;
    }

    private void purposes() {
        if (content.purposes().isEmpty() && content.requirements().isEmpty()) {
            return;
        }
        section("Mục đích, yêu cầu");
        statements("1.", "Mục đích", content.purposes());
        statements("2.", "Yêu cầu", content.requirements());
    }

    private void statements(String label, String title, List<PlanItem.Statement> statements) {
        if (!statements.isEmpty()) {
            clause(label, title);
            statements.forEach(statement -> bullet(statement.text()));
        }
    }

    private void objectives() {
        if (content.objectives().isEmpty()) {
            return;
        }
        section("Mục tiêu, chỉ tiêu");
        for (int i = 0; i < content.objectives().size(); i++) {
            PlanItem.Objective objective = content.objectives().get(i);
            clause((i + 1) + ".", "Mục tiêu %d: %s".formatted(i + 1, objective.title()));
            for (int j = 0; j < objective.indicators().size(); j++) {
                bullet("Chỉ tiêu %d: %s"
                        .formatted(j + 1, objective.indicators().get(j).text()));
            }
        }
    }

    private void taskGroups() {
        List<PlanItem.TaskGroup> groups = content.taskGroups();
        if (groups.isEmpty()) {
            return;
        }
        section("Nhiệm vụ, giải pháp");
        for (int i = 0; i < groups.size(); i++) {
            clause((i + 1) + ".", groups.get(i).title());
            for (PlanItem.Task task : content.tasksOfGroup(groups.get(i).id())) {
                bullet(task.text());
                who(task).ifPresent(line -> body.add(Block.Bullet.nested(line)));
            }
        }
    }

    /** "Chủ trì: Công an xã; phối hợp: Trạm Y tế; hoàn thành trước ngày 15/12/2026." */
    private Optional<String> who(PlanItem.Task task) {
        String line = Stream.of(
                        content.party(task.lead()).map(lead -> "Chủ trì: " + lead.name()),
                        names(task.coordinating()).map(names -> "phối hợp: " + names),
                        due(task))
                .flatMap(Optional::stream)
                .collect(joining("; "));
        return line.isEmpty() ? Optional.empty() : Optional.of(startingLarge(line));
    }

    private void budget() {
        if (content.budget().isEmpty()) {
            return;
        }
        section("Kinh phí thực hiện");
        content.budget().forEach(line -> bullet(line.text()));
    }

    private void reporting() {
        if (content.reportingDuties().isEmpty()) {
            return;
        }
        section("Chế độ báo cáo");
        content.reportingDuties().forEach(duty -> bullet(duty(duty)));
    }

    private String duty(PlanItem.ReportingDuty duty) {
        String from = names(duty.from()).map(names -> names + " ").orElse("");
        String to = duty.to() == null ? "" : " về " + duty.to();
        String via = duty.via() == null ? "" : " (qua " + duty.via() + ")";
        String due = duty.dueOn() == null
                ? ""
                : " trước ngày " + date(duty.dueOn()) + (duty.dueOn().year() == null ? " hằng năm" : "");
        String what = duty.kind() == PlanItem.ReportKind.ISSUE_OWN_PLAN
                ? "xây dựng, ban hành kế hoạch của đơn vị, gửi"
                : "gửi báo cáo";
        return "%s: %s%s%s%s%s".formatted(kind(duty.kind()), from, what, to, via, due);
    }

    private static String kind(PlanItem.ReportKind kind) {
        return switch (kind) {
            case SIX_MONTH -> "Báo cáo 6 tháng";
            case YEAR -> "Báo cáo năm";
            case QUARTER -> "Báo cáo quý";
            case MONTH -> "Báo cáo tháng";
            case AD_HOC -> "Báo cáo đột xuất";
            case MID_TERM -> "Báo cáo sơ kết giữa kỳ";
            case FINAL -> "Báo cáo tổng kết";
            case ISSUE_OWN_PLAN -> "Ban hành kế hoạch";
        };
    }

    /** Each party with what it leads beside the groups, what it only takes part in, and the indicators it follows. */
    private void organisation() {
        if (content.parties().isEmpty()) {
            return;
        }
        section("Tổ chức thực hiện");
        int clause = 0;
        for (PlanItem.Party party : content.parties()) {
            List<String> lines = Stream.concat(
                            content.tasks().stream()
                                    .filter(task -> task.group() == null)
                                    .flatMap(task -> part(task, party.id()).stream()),
                            followed(party.id()).stream())
                    .toList();
            if (!lines.isEmpty()) {
                clause++;
                boolean ask = party.request() && !party.name().startsWith("Đề nghị");
                clause(clause + ".", (ask ? "Đề nghị " : "") + party.name());
                lines.forEach(this::bullet);
            }
        }
    }

    /** The words of the task for its leader, and for who takes part where nobody leads. */
    private Optional<String> part(PlanItem.Task task, UUID party) {
        boolean leads = party.equals(task.lead());
        boolean joins = task.lead() == null && task.coordinating().contains(party);
        if (!leads && !joins) {
            return Optional.empty();
        }
        List<PlanItem.Party> others = leads
                ? parties(task.coordinating())
                        .filter(other -> !task.text().contains(other.name()))
                        .toList()
                : List.of();
        String with = others.isEmpty()
                ? ""
                : "Chủ trì, phối hợp với %s thực hiện: "
                        .formatted(others.stream().map(PlanItem.Party::name).collect(joining(", ")));
        String due = due(task).map(words -> "; " + words).orElse("");
        return Optional.of(with + withoutStop(task.text()) + due);
    }

    private List<String> followed(UUID party) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < content.objectives().size(); i++) {
            PlanItem.Objective objective = content.objectives().get(i);
            List<PlanItem.Indicator> indicators = objective.indicators();
            List<String> owned = new ArrayList<>();
            for (int j = 0; j < indicators.size(); j++) {
                if (indicators.get(j).owners().contains(party)) {
                    owned.add(String.valueOf(j + 1));
                }
            }
            if (!owned.isEmpty()) {
                String which = owned.size() == indicators.size()
                        ? "các chỉ tiêu của"
                        : "chỉ tiêu " + String.join(", ", owned) + " của";
                lines.add("Theo dõi, báo cáo kết quả thực hiện %s Mục tiêu %d.".formatted(which, i + 1));
            }
        }
        return lines;
    }

    private Optional<String> due(PlanItem.Task task) {
        LocalDate due = task.dueOn();
        if (due == null) {
            return Optional.empty();
        }
        String words = date(PartialDate.of(due));
        return task.text().contains(words) ? Optional.empty() : Optional.of("hoàn thành trước ngày " + words);
    }

    private Stream<PlanItem.Party> parties(List<UUID> ids) {
        return ids.stream().flatMap(id -> content.party(id).stream());
    }

    private Optional<String> names(List<UUID> ids) {
        String names = parties(ids).map(PlanItem.Party::name).collect(joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private IssueDate draftDate() {
        PlanContent.Period period = content.period();
        return period == null ? IssueDate.UNKNOWN : IssueDate.in(period.from());
    }

    private static String basis(PlanItem.LegalBasis basis) {
        boolean law = LAWS.contains(basis.type());
        String title = basis.titleAfterType();
        String number = basis.number() == null ? "" : " số " + basis.number();
        String date = basis.issuedOn() == null ? "" : " ngày " + date(basis.issuedOn());
        String issuer = basis.issuer() == null || law ? "" : " của " + basis.issuer();
        return "Căn cứ " + basis.type() + (law ? title + number + date : number + date + issuer + title);
    }

    /** "05/6/2026", "10/6", "6/2026" or "2026", as running text writes it after the word "ngày". */
    private static String date(PartialDate date) {
        Integer day = date.day();
        return Stream.of(
                        day == null ? null : "%02d".formatted(day),
                        date.month() == null ? null : String.valueOf(date.month()),
                        date.year() == null ? null : String.valueOf(date.year()))
                .filter(Objects::nonNull)
                .collect(joining("/"));
    }

    private static Signature signature(PlanContent.@Nullable Signatory signatory) {
        return signatory == null
                ? new Signature(List.of(), null)
                : new Signature(
                        Stream.of(signatory.authority(), signatory.capacity(), signatory.position())
                                .filter(Objects::nonNull)
                                .toList(),
                        signatory.name());
    }

    private void section(String title) {
        body.add(new Block.Heading(Block.Level.SECTION, ROMAN[sections++] + ".", title));
    }

    private void clause(String label, String title) {
        body.add(new Block.Heading(Block.Level.CLAUSE, label, title));
    }

    private void bullet(String text) {
        body.add(new Block.Bullet(withStop(text)));
    }

    private static String withStop(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".;:…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private static String withoutStop(String text) {
        return text.strip().replaceFirst("[.;]+$", "");
    }

    private static String startingSmall(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String startingLarge(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
