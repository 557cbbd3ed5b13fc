package vn.binhquyen.reporting.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.reporting.Figure;
import vn.binhquyen.reporting.OwedIndicator;
import vn.binhquyen.reporting.Wording;

/** Numbers, days and words of reports as pages show them. */
@Component("reportWords")
public class ReportWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final MessageSource messages;
    private final UnitHierarchy hierarchy;

    ReportWords(MessageSource messages, UnitHierarchy hierarchy) {
        this.messages = messages;
        this.hierarchy = hierarchy;
    }

    /** "75,5"; a dash where there is none. */
    public String number(@Nullable BigDecimal number) {
        return number == null ? "–" : Wording.number(number);
    }

    /** The number as it was typed, for a field; empty where there is none. */
    public String typed(@Nullable BigDecimal number) {
        return number == null ? "" : VietnameseNumbers.format(number);
    }

    /** "75,5 %" or "106 bé trai/100 bé gái"; a dash where there is none. */
    public String value(@Nullable BigDecimal number, String unit) {
        return number == null || unit.isEmpty() ? number(number) : number(number) + "\u00a0" + unit;
    }

    /** The aim of the year with its unit, "≥ 80 %"; a dash where there is none. */
    public String aim(OwedIndicator indicator, int year) {
        OwedIndicator.Aim aim = indicator.aimIn(year);
        if (aim == null) {
            return "–";
        }
        return aim.unit().isEmpty() ? Wording.bare(aim) : Wording.bare(aim) + "\u00a0" + aim.unit();
    }

    /** "2a. Tỷ lệ …". */
    public String numbered(OwedIndicator indicator) {
        return indicator.no() == null ? indicator.name() : indicator.no() + ". " + indicator.name();
    }

    /** Whether the aim of the year is met, as a message key: what is not known and what can't be compared are two things. */
    public String attained(Figure figure, int year) {
        if (figure.actual() == null && figure.estimated() == null) {
            return "reporting.attained.none";
        }
        Boolean attained = figure.attained(year);
        return "reporting.attained." + (attained == null ? "unknown" : attained);
    }

    /** The colour that goes with it. */
    public String attainedColour(Figure figure, int year) {
        Boolean attained = figure.attained(year);
        return attained == null ? "none" : attained ? "ok" : "warn";
    }

    /** Whether what stands in the unit is the actor's to receive and consolidate: it is theirs, or theirs took its place. */
    boolean own(Actor actor, UnitId unit) {
        return hierarchy.isOwn(actor, unit);
    }

    public String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : at.atZoneSameInstant(ZONE).format(MOMENT);
    }

    String say(MessageSourceResolvable what) {
        return messages.getMessage(what, LocaleContextHolder.getLocale());
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Whether the person receives reports for the unit. */
    public boolean receives(Actor actor) {
        return actor.is(Role.STANDING_OFFICER) || actor.is(Role.CONSOLIDATOR);
    }
}
