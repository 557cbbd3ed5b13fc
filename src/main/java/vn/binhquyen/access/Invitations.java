package vn.binhquyen.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;

/**
 * Asking people to open an account, by e-mail or with a printed sheet. Each code counts once and for seven days; sending or
 * printing again makes a new one in the place of the old.
 */
@Service
@Transactional
public class Invitations {
    static final int DAYS = 7;
    private static final int PAGE = 50;
    private static final int SHEETS = 500;
    private static final int EXPORT = 10_000;

    private final InvitationRows rows;
    private final AccountRows accountRows;
    private final Accounts accounts;
    private final Grants grants;
    private final InvitationMail mail;
    private final Organization organization;
    private final AuditLog audit;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            AccountRows accountRows,
            Accounts accounts,
            Grants grants,
            InvitationMail mail,
            Organization organization,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.accountRows = accountRows;
        this.accounts = accounts;
        this.grants = grants;
        this.mail = mail;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** An invitation with its code, for the one moment in which the code is known. */
    public record Sheet(Invitation invitation, String code, String page) {}

    /** @param next hand it back as {@code after} to see more; null on the last page */
    public record Page(List<Invitation> rows, @Nullable InvitationId next) {}

    /** Those into agencies of the unit and below, the latest first; fifty at a time. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public Page within(UnitId unit, boolean openOnly, @Nullable InvitationId after) {
        List<Invitation> found = rows.within(unit, openOnly, after, PAGE + 1);
        return found.size() <= PAGE
                ? new Page(found, null)
                : new Page(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }

    /** As {@link #within}, for a spreadsheet: at most 10 000, and never a code. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Invitation> export(UnitId unit, boolean openOnly) {
        return rows.within(unit, openOnly, null, EXPORT);
    }

    /** Whether invitations can be sent by e-mail at all. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public boolean goByMail() {
        return mail.isConfigured();
    }

    /** Sends it at once where the person has an address and there is a mail server; else it waits to be printed. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public InvitationId invite(Actor actor, AgencyId agency, NewInvitation invitation) {
        grants.requireMayGive(
                actor, invitation.roles(), organization.agency(agency).unit());
        String email = invitation.person().email();
        if (email != null && (accountRows.emailTaken(email, null) || rows.emailInvited(email))) {
            throw new Refused("access.email-taken", email);
        }
        return insert(actor, agency, invitation);
    }

    InvitationId insert(Actor actor, AgencyId agency, NewInvitation invitation) {
        InvitationId id = rows.insert(agency, invitation, actor.account());
        record(actor, "invited", rows.one(id));
        if (invitation.person().email() != null && mail.isConfigured()) {
            mail(id);
        }
        return id;
    }

    /** Sends it by e-mail once more, with a new code. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void send(Actor actor, InvitationId id) {
        Invitation invitation = requireOpen(id);
        if (invitation.person().email() == null || !mail.isConfigured()) {
            throw new Refused("access.invitation.no-mail");
        }
        mail(id);
        record(actor, "invitation-sent", invitation);
    }

    /** Makes a new code to be handed over on paper. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public Sheet print(Actor actor, InvitationId id) {
        return sheet(actor, requireOpen(id));
    }

    /** The sheets of all in the unit and below to whom nobody has given a code yet; at most 500 at once. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public List<Sheet> printWaiting(Actor actor, UnitId unit) {
        return rows.within(unit, true, null, Integer.MAX_VALUE).stream()
                .filter(invitation -> invitation.state() == Invitation.State.WAITING)
                .limit(SHEETS)
                .map(invitation -> sheet(actor, invitation))
                .toList();
    }

    /** Takes it back; its code counts no more. */
    @Authorised(action = Action.MANAGE, thing = Thing.ACCOUNT)
    public void revoke(Actor actor, InvitationId id) {
        if (!rows.revoke(id)) {
            throw new Refused("access.invitation.over");
        }
        record(actor, "invitation-revoked", rows.one(id));
    }

    /** What the code invites to; empty where it is wrong, used, revoked or too old, and nothing says which. */
    @Transactional(readOnly = true)
    public Optional<Invitation> look(String code) {
        return rows.with(InvitationCode.typed(code)).filter(Invitation::isTaken);
    }

    /**
     * Opens the account that the code invites to.
     *
     * @throws Refused where the code counts no more, the user name is not free or the password is not good
     */
    public AccountId accept(String code, String username, String password) {
        Invitation invitation = look(code)
                .filter(open -> rows.accept(open.id()))
                .orElseThrow(() -> new Refused("access.invitation.wrong-code"));
        Actor inviter = actor(invitation, invitation.by(), invitation.byName());
        AccountId account = accounts.openInvited(
                inviter,
                invitation.person(),
                new NewAccount(
                        username,
                        invitation.person().name(),
                        invitation.position(),
                        invitation.agency(),
                        invitation.roles(),
                        password));
        rows.noteAccepted(invitation.id(), account);
        Actor person = actor(invitation, account, invitation.person().name());
        audit.record(person, "accepted", "invitation", invitation.id(), Map.of("account", account));
        audit.record(person, "opened", "account", account, Map.of("username", username, "roles", invitation.roles()));
        return account;
    }

    private static Actor actor(Invitation invitation, AccountId account, String name) {
        return new Actor(
                account, name, invitation.unit(), invitation.agency(), invitation.province(), invitation.roles());
    }

    /** All that have an address, where there is a mail server. */
    void mailAll(List<InvitationId> ids) {
        if (mail.isConfigured()) {
            for (Invitation invitation : rows.all(ids)) {
                if (invitation.person().email() != null) {
                    mail.sendAfterCommit(invitation, newCode(invitation.id(), false));
                }
            }
        }
    }

    private void mail(InvitationId id) {
        InvitationCode code = newCode(id, false);
        mail.sendAfterCommit(rows.one(id), code);
    }

    private Sheet sheet(Actor actor, Invitation invitation) {
        InvitationCode code = newCode(invitation.id(), true);
        record(actor, "invitation-printed", invitation);
        return new Sheet(rows.one(invitation.id()), code.shown(), mail.page());
    }

    private InvitationCode newCode(InvitationId id, boolean printed) {
        InvitationCode code = InvitationCode.random();
        rows.setCode(id, code, OffsetDateTime.now(clock).plusDays(DAYS), printed);
        return code;
    }

    private Invitation requireOpen(InvitationId id) {
        Invitation invitation = rows.one(id);
        if (!invitation.state().isOpen()) {
            throw new Refused("access.invitation.over");
        }
        return invitation;
    }

    private void record(Actor actor, String action, Invitation invitation) {
        audit.record(
                actor,
                action,
                "invitation",
                invitation.id(),
                Map.of(
                        "name", invitation.person().name(),
                        "agency", invitation.agencyName(),
                        "roles", invitation.roles()));
    }
}
