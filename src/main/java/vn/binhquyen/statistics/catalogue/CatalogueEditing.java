package vn.binhquyen.statistics.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.IndicatorId;

/**
 * Keeps the catalogue: each unit its own entries, which hold there and below, the nation those of the whole country. A code never
 * changes and is never given twice; what was changed is kept with the reason.
 */
@Service
@Transactional
public class CatalogueEditing {
    private static final String ELEMENT = "ELEMENT";
    private static final String INDICATOR = "INDICATOR";
    private static final String DIMENSION = "DIMENSION";

    private final ElementRows elements;
    private final IndicatorRows indicators;
    private final DimensionRows dimensions;
    private final FormulaChecks formulas;
    private final FormerVersions versions;
    private final AuditLog audit;
    private final Clock clock;

    CatalogueEditing(
            ElementRows elements,
            IndicatorRows indicators,
            DimensionRows dimensions,
            FormulaChecks formulas,
            FormerVersions versions,
            AuditLog audit,
            Clock clock) {
        this.elements = elements;
        this.indicators = indicators;
        this.dimensions = dimensions;
        this.formulas = formulas;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused where the code is taken or was once, or the set is not the unit's to keep */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public ElementId define(Actor actor, UnitId at, ElementDraft draft) {
        EntryChecks.code(draft.code());
        EntryChecks.name(draft.nameVi());
        EntryChecks.set(draft.set(), owner(at));
        if (elements.isTaken(draft.code())) {
            throw new Refused("catalogue.refused.taken", draft.code());
        }
        ElementId id = elements.insert(draft, owner(at))
                .orElseThrow(() -> new Refused("catalogue.refused.taken", draft.code()));
        audit.record(actor, "added", "element", id, Map.of("code", draft.code(), "name", draft.nameVi()));
        return id;
    }

    /**
     * @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it
     * @throws Refused where it would give figures that there are another meaning
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void change(Actor actor, ElementId id, ElementDraft draft, long version, String reason) {
        EntryChecks.reason(reason);
        EntryChecks.name(draft.nameVi());
        Kept<ElementDraft> kept = elements.one(id);
        EntryChecks.set(draft.set(), kept.owner());
        keepsCode(kept.entry().code(), draft.code());
        boolean otherMeaning = draft.kind() != kept.entry().kind()
                || draft.overUnits() != kept.entry().overUnits();
        if (otherMeaning && elements.hasFigures(id)) {
            throw new Refused("catalogue.refused.has-figures");
        }
        elements.update(id, draft, version);
        versions.keep(actor, ELEMENT, id, version, kept.entry(), reason);
        audit.recordChange(
                actor,
                "changed",
                "element",
                id,
                FieldChanges.between(kept.entry(), draft).all(),
                Map.of("reason", reason));
    }

    /** No longer used from today on; its figures stay. @throws Refused where an indicator is still computed from it */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void retire(Actor actor, ElementId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<ElementDraft> kept = elements.one(id);
        String code = kept.entry().code();
        List<FormulaUse> uses = indicators.naming(code).stream()
                .filter(use -> !use.retired() && use.names(code))
                .toList();
        if (!uses.isEmpty()) {
            throw new Refused("catalogue.refused.in-formula", uses.getFirst().nameVi(), uses.size());
        }
        elements.retire(id, LocalDate.now(clock), version);
        versions.keep(actor, ELEMENT, id, version, kept.entry(), reason);
        audit.record(actor, "retired", "element", id, Map.of("code", code, "reason", reason));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void restore(Actor actor, ElementId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<ElementDraft> kept = elements.one(id);
        elements.retire(id, null, version);
        versions.keep(actor, ELEMENT, id, version, kept.entry(), reason);
        audit.record(
                actor, "restored", "element", id, Map.of("code", kept.entry().code(), "reason", reason));
    }

    /** @throws Refused where the code is taken, or a formula names what there is not or what does not hold there */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public IndicatorId define(Actor actor, UnitId at, IndicatorDraft draft) {
        EntryChecks.code(draft.code());
        EntryChecks.indicator(draft);
        EntryChecks.set(draft.set(), owner(at));
        if (indicators.isTaken(draft.code())) {
            throw new Refused("catalogue.refused.taken", draft.code());
        }
        IndicatorId id = indicators
                .insert(withFormulas(draft, owner(at), "", ""), owner(at))
                .orElseThrow(() -> new Refused("catalogue.refused.taken", draft.code()));
        audit.record(actor, "added", "indicator", id, Map.of("code", draft.code(), "name", draft.nameVi()));
        return id;
    }

    /**
     * @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it
     * @throws Refused where a formula names what there is not or what does not hold there
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void change(Actor actor, IndicatorId id, IndicatorDraft draft, long version, String reason) {
        EntryChecks.reason(reason);
        EntryChecks.indicator(draft);
        Kept<IndicatorDraft> kept = indicators.one(id);
        EntryChecks.set(draft.set(), kept.owner());
        keepsCode(kept.entry().code(), draft.code());
        IndicatorDraft checked = withFormulas(
                draft, kept.owner(), kept.entry().numerator(), kept.entry().denominator());
        indicators.update(id, checked, version);
        versions.keep(actor, INDICATOR, id, version, kept.entry(), reason);
        audit.recordChange(
                actor,
                "changed",
                "indicator",
                id,
                FieldChanges.between(kept.entry(), checked).all(),
                Map.of("reason", reason));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void retire(Actor actor, IndicatorId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<IndicatorDraft> kept = indicators.one(id);
        indicators.retire(id, LocalDate.now(clock), version);
        versions.keep(actor, INDICATOR, id, version, kept.entry(), reason);
        audit.record(
                actor, "retired", "indicator", id, Map.of("name", kept.entry().nameVi(), "reason", reason));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void restore(Actor actor, IndicatorId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<IndicatorDraft> kept = indicators.one(id);
        indicators.retire(id, null, version);
        versions.keep(actor, INDICATOR, id, version, kept.entry(), reason);
        audit.record(
                actor, "restored", "indicator", id, Map.of("name", kept.entry().nameVi(), "reason", reason));
    }

    /** @throws Refused where a formula is wrong or names what there is not or what does not hold there */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public String check(UnitId at, String formula) {
        return formulas.checked(formula, owner(at), "");
    }

    /** @throws Refused where the code is taken or an option is named twice */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public DimensionId define(Actor actor, UnitId at, DimensionDraft draft) {
        EntryChecks.dimension(draft);
        DimensionId id = dimensions
                .insert(draft, owner(at))
                .orElseThrow(() -> new Refused("catalogue.refused.taken", draft.code()));
        audit.record(actor, "added", "dimension", id, Map.of("code", draft.code(), "name", draft.nameVi()));
        return id;
    }

    /**
     * @throws vn.binhquyen.kernel.Conflict where somebody else changed it since the actor saw it
     * @throws Refused where an option would vanish, or totals that there are would no longer be whole
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void change(Actor actor, DimensionId id, DimensionDraft draft, long version, String reason) {
        EntryChecks.reason(reason);
        EntryChecks.dimension(draft);
        Kept<DimensionDraft> kept = dimensions.one(id);
        DimensionDraft before = kept.entry();
        keepsCode(before.code(), draft.code());
        EntryChecks.options(before, draft, dimensions.hasFigures(before.code()));
        dimensions.update(id, draft, version, LocalDate.now(clock));
        if (before.adds() != draft.adds()
                || before.options().size() != draft.options().size()) {
            dimensions.addUpAnew(draft.code());
        }
        versions.keep(actor, DIMENSION, id, version, before, reason);
        audit.recordChange(
                actor,
                "changed",
                "dimension",
                id,
                FieldChanges.between(before, draft).all(),
                Map.of("reason", reason));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void retire(Actor actor, DimensionId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<DimensionDraft> kept = dimensions.one(id);
        dimensions.retire(id, LocalDate.now(clock), version);
        versions.keep(actor, DIMENSION, id, version, kept.entry(), reason);
        audit.record(
                actor, "retired", "dimension", id, Map.of("code", kept.entry().code(), "reason", reason));
    }

    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void restore(Actor actor, DimensionId id, long version, String reason) {
        EntryChecks.reason(reason);
        Kept<DimensionDraft> kept = dimensions.one(id);
        dimensions.retire(id, null, version);
        versions.keep(actor, DIMENSION, id, version, kept.entry(), reason);
        audit.record(
                actor, "restored", "dimension", id, Map.of("code", kept.entry().code(), "reason", reason));
    }

    private IndicatorDraft withFormulas(
            IndicatorDraft draft, @Nullable UnitId owner, String numeratorBefore, String denominatorBefore) {
        return new IndicatorDraft(
                draft.code(),
                draft.set(),
                draft.field(),
                draft.nameVi(),
                draft.nameEn(),
                draft.unit(),
                draft.direction(),
                draft.computation(),
                draft.per(),
                draft.decimals(),
                draft.bySex(),
                draft.naturalLow(),
                draft.naturalHigh(),
                draft.numerator().isBlank() ? "" : formulas.checked(draft.numerator(), owner, numeratorBefore),
                draft.denominator().isBlank() ? "" : formulas.checked(draft.denominator(), owner, denominatorBefore),
                draft.definition(),
                draft.source(),
                draft.periodicity(),
                draft.responsible(),
                draft.verified());
    }

    private static void keepsCode(String before, String after) {
        if (!before.equals(after)) {
            throw new Refused("catalogue.refused.code-changed", before);
        }
    }

    /** What the nation defines is the whole country's. */
    private static @Nullable UnitId owner(UnitId at) {
        return at.equals(Organization.NATION) ? null : at;
    }
}
