package vn.binhquyen.statistics.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;

/** What the pages of all entries of the catalogue have in common. */
@Component
class CataloguePages {
    private final Permits permits;

    CataloguePages(Permits permits) {
        this.permits = permits;
    }

    boolean mayChange(Actor actor, UnitId at) {
        return permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Place.of(at));
    }

    void require(Actor actor, UnitId at) {
        if (!mayChange(actor, at)) {
            throw new AccessRefused(actor.account() + " may not change this part of the catalogue");
        }
    }

    /** Only the nation keeps the sets of the whole country. */
    void offer(Model model, UnitId at) {
        model.addAttribute("ofTheCountry", at.equals(Organization.NATION));
    }

    /** The refusal at its field. */
    static void reject(BindingResult errors, Refused refusal) {
        errors.rejectValue(
                field(refusal.code()), refusal.code(), refusal.arguments().toArray(), null);
    }

    private static String field(String code) {
        return switch (code) {
            case "catalogue.refused.set" -> "set";
            case "catalogue.refused.name" -> "nameVi";
            case "catalogue.refused.reason" -> "reason";
            case "catalogue.refused.per" -> "per";
            case "catalogue.refused.decimals" -> "decimals";
            case "catalogue.refused.natural" -> "naturalLow";
            case "catalogue.refused.numerator", "catalogue.refused.numerator-idle" -> "numerator";
            case "catalogue.refused.denominator", "catalogue.refused.denominator-idle" -> "denominator";
            case "catalogue.refused.has-figures" -> "kind";
            case "catalogue.refused.adds-with-figures" -> "adds";
            default ->
                code.startsWith("catalogue.refused.option") || code.equals("catalogue.refused.no-options")
                        ? "options"
                        : "code";
        };
    }
}
