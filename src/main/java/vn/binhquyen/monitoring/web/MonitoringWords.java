package vn.binhquyen.monitoring.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.monitoring.Course;
import vn.binhquyen.monitoring.Course.Aim;
import vn.binhquyen.monitoring.Oddity;
import vn.binhquyen.monitoring.query.BySex;
import vn.binhquyen.monitoring.query.Definition;
import vn.binhquyen.statistics.PeriodName;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Mark;

/** Says figures, aims and periods as pages show them, in the reader's language. */
@Component("monitoringWords")
class MonitoringWords {
    private static final int FINEST = 6;
    private static final double SPARK_WIDTH = 72;
    private static final double SPARK_HEIGHT = 18;
    private static final double SPARK_EDGE = 2;

    private final MessageSource messages;

    MonitoringWords(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** "75,5" with as many decimals as the catalogue says; a dash where there is none. */
    public String number(@Nullable BigDecimal number, Definition definition) {
        if (number == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(definition.decimals());
        format.setMinimumFractionDigits(number.stripTrailingZeros().scale() > 0 ? definition.decimals() : 0);
        return format.format(number);
    }

    /** As it is, whole or with what decimals it has; a dash where there is none. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(FINEST);
        return format.format(number);
    }

    /** "75,5%" or "111,2 bé trai/100 bé gái"; the sign of what is withheld; a dash where there is nothing. */
    public String value(@Nullable IndicatorReading reading, Definition definition) {
        if (reading != null && reading.marks().contains(Mark.SUPPRESSED)) {
            return say("monitoring.withheld");
        }
        BigDecimal value = reading == null ? null : reading.value();
        return value == null ? "–" : number(value, definition) + measured(definition.unit());
    }

    /** The same without a long unit, where that stands below: "75,5%", "111,2". */
    public String brief(@Nullable IndicatorReading reading, Definition definition) {
        return definition.share() || reading == null || reading.value() == null
                ? value(reading, definition)
                : number(reading.value(), definition);
    }

    /** "difference" is in points where the indicator is a share. */
    public String difference(BigDecimal difference, Definition definition) {
        String sign = difference.signum() > 0 ? "+" : "";
        return sign
                + (definition.share()
                        ? say("monitoring.points", number(difference, definition))
                        : number(difference, definition) + measured(definition.unit()));
    }

    /** "12 trên 16"; the numerator alone where there is no denominator; null where it was given as such. */
    public @Nullable String counts(@Nullable IndicatorReading reading) {
        if (reading == null || reading.numerator() == null) {
            return null;
        }
        return reading.denominator() == null
                ? number(reading.numerator())
                : say("monitoring.out-of", number(reading.numerator()), number(reading.denominator()));
    }

    /** "ít nhất 75%", "từ 30 đến 35%", "giảm còn 29%". */
    public String aim(Aim aim, Direction direction) {
        Measure measure = aim.measure();
        BigDecimal high = measure.high();
        if (high != null) {
            return say("plan.comparator.span", number(measure.value()), number(high) + measured(measure.unit()));
        }
        boolean fallsTo = direction == Direction.DOWN && measure.comparator() == Comparator.EQUAL;
        return say(
                "plan.comparator." + (fallsTo ? "DOWN_TO" : measure.comparator().name()),
                number(measure.value()) + measured(measure.unit()));
    }

    public String by(Aim aim) {
        return aim.byYear() == null
                ? say("monitoring.aim.each")
                : say("monitoring.aim.by", String.valueOf(aim.byYear()));
    }

    /** "2026", "6 tháng đầu năm 2026", "Quý II/2026". */
    public String period(Period period) {
        return period.kind() == Period.Kind.YEAR
                ? String.valueOf(period.year())
                : StringUtils.capitalize(messages.getMessage(PeriodName.of(period), LocaleContextHolder.getLocale()));
    }

    /** The name of a set of indicators; as it is where nobody named it. */
    public String collection(String collection) {
        return Objects.requireNonNullElse(
                messages.getMessage(
                        "monitoring.collection." + collection, null, collection, LocaleContextHolder.getLocale()),
                collection);
    }

    /** "(tự nhiên từ 104 đến 106)"; empty where nature says nothing. */
    public String natural(Definition definition) {
        Course.Band band = definition.natural();
        return band == null ? "" : say("monitoring.natural", number(band.low()), number(band.high()));
    }

    /** A name with "tỉnh", "xã" … as a title begins. */
    public String title(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The line of a small drawing of the series; empty where there are no two points. */
    public String spark(List<BySex> series) {
        List<Integer> places = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            BigDecimal value = series.get(i).value();
            if (value != null) {
                places.add(i);
                known.add(value.doubleValue());
            }
        }
        if (known.size() < 2) {
            return "";
        }
        double low = known.stream().min(Double::compare).orElseThrow();
        double span = known.stream().max(Double::compare).orElseThrow() - low;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            double x = SPARK_EDGE + (SPARK_WIDTH - 2 * SPARK_EDGE) * places.get(i) / (series.size() - 1);
            double up = span == 0 ? 0.5 : (known.get(i) - low) / span;
            double y = SPARK_HEIGHT - SPARK_EDGE - (SPARK_HEIGHT - 2 * SPARK_EDGE) * up;
            path.append(i == 0 ? 'M' : 'L').append("%.1f %.1f".formatted(x, y).replace(',', '.'));
        }
        return path.toString();
    }

    /** Which way a trend goes and whether that is good, as a message key. */
    public String trend(int trend, Direction direction) {
        String way = trend > 0 ? "up" : trend < 0 ? "down" : "same";
        boolean judged = trend != 0 && (direction == Direction.UP || direction == Direction.DOWN);
        boolean good = (trend > 0) == (direction == Direction.UP);
        return "monitoring.trend." + way + (judged ? good ? ".good" : ".bad" : "");
    }

    /** What one has to know of a figure, in one sentence each; null where there is nothing. */
    @Nullable
    String remarks(Set<Mark> marks, @Nullable Oddity oddity) {
        List<String> remarks = new ArrayList<>();
        new TreeSet<>(marks).forEach(mark -> remarks.add(say("monitoring.mark." + mark)));
        if (oddity != null) {
            remarks.add(say("monitoring.odd." + oddity));
        }
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }

    private static String measured(String unit) {
        String bare = Objects.requireNonNullElse(unit, "").strip();
        return bare.isEmpty() || bare.equals("%") ? bare : "\u00a0" + bare;
    }
}
