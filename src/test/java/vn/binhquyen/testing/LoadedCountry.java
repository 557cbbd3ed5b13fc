package vn.binhquyen.testing;

import org.springframework.boot.test.context.TestComponent;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.Organization;

/** The real country, loaded once for those tests that need it; the others do without. */
@TestComponent
public class LoadedCountry {
    private static boolean loaded;

    private final Provinces provinces;
    private final Organization organization;
    private final CurrentActor current;

    LoadedCountry(Provinces provinces, Organization organization, CurrentActor current) {
        this.provinces = provinces;
        this.organization = organization;
        this.current = current;
    }

    public void load() {
        synchronized (LoadedCountry.class) {
            if (!loaded) {
                loadAgain();
                loaded = true;
            }
        }
    }

    public void loadAgain() {
        Actor administrator = provinces.administrator();
        current.as(administrator, () -> {
            organization.loadCountry(administrator, administrator.unit());
            return true;
        });
    }
}
