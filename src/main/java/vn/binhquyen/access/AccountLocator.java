package vn.binhquyen.access;

import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;

/** An account stands in the agency of its post. */
@Component
class AccountLocator implements Locator<AccountId> {
    private final AccountRows rows;

    AccountLocator(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<AccountId> idType() {
        return AccountId.class;
    }

    @Override
    public Place locate(AccountId id) {
        Account account = rows.one(id);
        return new Place(account.unit(), account.agency());
    }
}
