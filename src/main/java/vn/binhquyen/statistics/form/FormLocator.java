package vn.binhquyen.statistics.form;

import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Organization;

/** A form stands with the unit that asks; one of the whole country with the nation. */
@Component
class FormLocator implements Locator<FormId> {
    private final FormRows rows;

    FormLocator(FormRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<FormId> idType() {
        return FormId.class;
    }

    @Override
    public Thing thing() {
        return Thing.INDICATOR;
    }

    @Override
    public Place locate(FormId id) {
        return Place.of(rows.owner(id).orElse(Organization.NATION));
    }
}
