package vn.binhquyen.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.organization.Agency;

/** Makes the first content of a draft from another plan: pure functions. */
final class PlanCopies {
    static final PlanContent.Signatory USUAL_SIGNATORY =
            new PlanContent.Signatory("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", null, null);

    private static final Pattern YEAR = Pattern.compile("(?<![\\d/.,-])(20\\d\\d)(?!\\d)");

    private PlanCopies() {}

    /** The same plan for the years behind its period: years of the period in words, dates and targets move on, ids are new. */
    static PlanContent forNextPeriod(PlanContent last) {
        PlanContent copy = withNewIds(last);
        PlanContent.Period period = last.period();
        if (period == null) {
            return copy;
        }
        Shift shift = new Shift(period);
        return new PlanContent(
                copy.documentType(),
                shift.words(copy.title()),
                shift.period(),
                copy.place(),
                copy.parent(),
                copy.legalBases(),
                copy.purposes(),
                copy.requirements(),
                copy.objectives().stream().map(shift::objective).toList(),
                copy.taskGroups(),
                copy.tasks().stream().map(shift::task).toList(),
                copy.parties(),
                copy.budget(),
                copy.reportingDuties().stream().map(shift::duty).toList(),
                copy.events().stream().map(shift::event).toList(),
                copy.recipients(),
                unsigned(copy.signatory()));
    }

    /**
     * Objectives and indicators of the plan above, nobody owning them yet, and the unit's own agencies as parties.
     *
     * @param unitName replaces {@code parentUnitName} in the title
     */
    static PlanContent fromParent(
            PlanHead parent,
            PlanContent content,
            String parentUnitName,
            String unitName,
            @Nullable String place,
            List<Agency> agencies) {
        PlanContent copy = withNewIds(content);
        String title = copy.title() == null ? null : copy.title().replace(parentUnitName, unitName);
        return new PlanContent(
                PlanKind.KE_HOACH,
                title,
                copy.period(),
                place,
                new PlanContent.Parent(parent.id(), parent.numberAndSymbol()),
                List.of(new PlanItem.LegalBasis(
                        UUID.randomUUID(),
                        "Kế hoạch",
                        parent.numberAndSymbol(),
                        parent.issuedOn() == null ? null : PartialDate.of(parent.issuedOn()),
                        "UBND " + parentUnitName,
                        content.title(),
                        true,
                        null)),
                List.of(),
                List.of(),
                copy.objectives().stream().map(PlanCopies::withoutOwners).toList(),
                List.of(),
                List.of(),
                agencies.stream()
                        .map(agency -> new PlanItem.Party(
                                UUID.randomUUID(),
                                agency.name(),
                                PlanItem.PartyKind.AGENCY,
                                false,
                                List.of(agency.id()),
                                null))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                USUAL_SIGNATORY);
    }

    /** The same content under new ids, without places in a source text. */
    static PlanContent withNewIds(PlanContent content) {
        ObjectNode tree = ContentJson.tree(content);
        Map<String, String> ids = new HashMap<>();
        PlanEditing.items(tree)
                .forEach(found -> ids.put(
                        found.node().get("id").stringValue(), UUID.randomUUID().toString()));
        rename(tree, ids);
        return ContentJson.content(tree);
    }

    private static void rename(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode child = object.get(name);
                if (name.equals("at")) {
                    object.putNull(name);
                } else if (child.isString()) {
                    object.put(name, ids.getOrDefault(child.stringValue(), child.stringValue()));
                } else {
                    rename(child, ids);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode child = array.get(i);
                if (child.isString()) {
                    array.set(i, StringNode.valueOf(ids.getOrDefault(child.stringValue(), child.stringValue())));
                } else {
                    rename(child, ids);
                }
            }
        }
    }

    private static PlanItem.Objective withoutOwners(PlanItem.Objective objective) {
        return new PlanItem.Objective(
                objective.id(),
                objective.no(),
                objective.title(),
                objective.indicators().stream()
                        .map(indicator -> new PlanItem.Indicator(
                                indicator.id(),
                                indicator.no(),
                                indicator.text(),
                                indicator.direction(),
                                indicator.catalogue(),
                                indicator.countsPersons(),
                                indicator.targets(),
                                List.of(),
                                null))
                        .toList(),
                null);
    }

    private static PlanContent.@Nullable Signatory unsigned(PlanContent.@Nullable Signatory signatory) {
        return signatory == null
                ? null
                : new PlanContent.Signatory(
                        signatory.authority(), signatory.capacity(), signatory.position(), null, null);
    }

    /** Moves years on by the length of a period. */
    private record Shift(PlanContent.Period old) {
        int years() {
            return old.to() - old.from() + 1;
        }

        PlanContent.Period period() {
            return new PlanContent.Period(old.from() + years(), old.to() + years());
        }

        @Nullable
        String words(@Nullable String text) {
            return text == null ? null : moved(text);
        }

        String moved(String text) {
            return YEAR.matcher(text).replaceAll(match -> {
                int year = Integer.parseInt(match.group(1));
                boolean ofPeriod = old.from() <= year && year <= old.to();
                return String.valueOf(ofPeriod ? year + years() : year);
            });
        }

        PlanItem.Objective objective(PlanItem.Objective objective) {
            return new PlanItem.Objective(
                    objective.id(),
                    objective.no(),
                    moved(objective.title()),
                    objective.indicators().stream().map(this::indicator).toList(),
                    null);
        }

        PlanItem.Indicator indicator(PlanItem.Indicator indicator) {
            return new PlanItem.Indicator(
                    indicator.id(),
                    indicator.no(),
                    moved(indicator.text()),
                    indicator.direction(),
                    indicator.catalogue(),
                    indicator.countsPersons(),
                    indicator.targets().stream().map(this::target).toList(),
                    indicator.owners(),
                    null);
        }

        PlanItem.Target target(PlanItem.Target target) {
            return new PlanItem.Target(
                    target.id(),
                    words(target.what()),
                    target.comparator(),
                    target.value(),
                    target.high(),
                    target.unit(),
                    target.baseline(),
                    target.byYear() == null ? null : Integer.valueOf(target.byYear() + years()),
                    target.frequency(),
                    target.catalogue(),
                    null);
        }

        PlanItem.Task task(PlanItem.Task task) {
            LocalDate due = task.dueOn();
            return new PlanItem.Task(
                    task.id(),
                    task.group(),
                    moved(task.text()),
                    task.objective(),
                    task.kind(),
                    task.recurrence(),
                    due == null ? null : due.plusYears(years()),
                    task.lead(),
                    task.coordinating(),
                    task.request(),
                    null);
        }

        PlanItem.ReportingDuty duty(PlanItem.ReportingDuty duty) {
            return new PlanItem.ReportingDuty(
                    duty.id(),
                    duty.kind(),
                    duty.dueOn() == null ? null : date(duty.dueOn()),
                    duty.recurring(),
                    duty.from(),
                    duty.to(),
                    duty.toAgency(),
                    duty.via(),
                    null);
        }

        PlanItem.Event event(PlanItem.Event event) {
            return new PlanItem.Event(
                    event.id(), moved(event.name()), date(event.from()), date(event.to()), event.yearly(), null);
        }

        private PartialDate date(PartialDate date) {
            Integer year = date.year();
            if (year == null) {
                return date;
            }
            Integer day = date.day();
            return PartialDate.ifValid(year + years(), date.month(), day)
                    .orElseGet(() -> new PartialDate(year + years(), date.month(), 28));
        }
    }
}
