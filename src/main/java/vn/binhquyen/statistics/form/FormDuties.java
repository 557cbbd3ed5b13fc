package vn.binhquyen.statistics.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.kernel.DutySource;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.statistics.PeriodName;

/** The forms that the agency of a person still owes: those that are late, and those whose day is near. */
@Component
class FormDuties implements DutySource {
    private static final int DAYS_AHEAD = 45;
    private static final int MANY = 20;

    private final OwedForms owed;
    private final MessageSource messages;

    FormDuties(OwedForms owed, MessageSource messages) {
        this.owed = owed;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> dutiesOf(Actor actor, LocalDate today) {
        if (!actor.is(Role.AGENCY_OFFICER)
                && !actor.is(Role.STANDING_OFFICER)
                && !actor.is(Role.STATISTICIAN)
                && !actor.is(Role.CONSOLIDATOR)) {
            return List.of();
        }
        return owed.of(actor.unit(), today).stream()
                .filter(form ->
                        form.state() != OwedForm.State.SENT && actor.agency().equals(form.agency()))
                .filter(form -> !form.dueOn().isAfter(today.plusDays(DAYS_AHEAD)))
                .limit(MANY)
                .map(this::duty)
                .toList();
    }

    private Duty duty(OwedForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        Period period = form.sheet().period();
        return new Duty(
                form.state() == OwedForm.State.BEGUN ? "form-begun" : "form-due",
                "file-spreadsheet",
                List.of(
                        form.name(locale.getLanguage().equals("en")),
                        messages.getMessage(PeriodName.of(period), locale),
                        String.valueOf(form.filled()),
                        String.valueOf(form.cells())),
                null,
                form.dueOn(),
                false,
                form.link());
    }
}
