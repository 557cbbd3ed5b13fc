package vn.binhquyen.intake.review;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.VietnameseNumbers;

/** Reads what was typed into the fields of a form, and gathers what does not fit. */
final class Typed {
    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");
    private static final Pattern DATE = Pattern.compile("(?:(?:(\\d{1,2})/)?(\\d{1,2})/)?(\\d{4})");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    private final Map<String, String> fields;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws Unfit where something did not fit */
    <T> T checked(T made) {
        if (!errors.isEmpty()) {
            throw new Unfit(errors);
        }
        return made;
    }

    void unfit(String field, String error) {
        errors.putIfAbsent(field, "intake.error." + error);
    }

    @Nullable
    String text(String field) {
        String text = fields.getOrDefault(field, "").strip();
        return text.isEmpty() ? null : text;
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            unfit(field, "required");
            return "";
        }
        return text;
    }

    String plain(String field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    @Nullable
    BigDecimal number(String field) {
        return read(field, "number", text -> VietnameseNumbers.parse(text).orElseThrow(IllegalArgumentException::new));
    }

    BigDecimal requiredNumber(String field) {
        BigDecimal number = number(field);
        if (number == null) {
            unfit(field, "number");
            return BigDecimal.ZERO;
        }
        return number;
    }

    @Nullable
    Integer year(String field) {
        return read(field, "year", text -> {
            if (!YEAR.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return Integer.valueOf(text);
        });
    }

    @Nullable
    LocalDate day(String field) {
        return read(field, "day", text -> TypedDay.of(text).orElseThrow(IllegalArgumentException::new));
    }

    @Nullable
    PartialDate date(String field) {
        return read(field, "date", Typed::partial);
    }

    PartialDate requiredDate(String field) {
        PartialDate date = date(field);
        if (date == null) {
            unfit(field, "date");
            return new PartialDate(2000, null, null);
        }
        return date;
    }

    boolean flag(String field) {
        return "true".equals(text(field));
    }

    @Nullable
    UUID id(String field) {
        return read(field, "choice", UUID::fromString);
    }

    /** The chosen ids: those that were there in their order, then the new ones. */
    <I> List<I> ids(String field, List<I> before, Function<String, I> reader) {
        String text = text(field);
        Set<I> chosen = new LinkedHashSet<>();
        if (text != null) {
            try {
                Arrays.stream(text.split(",", -1)).map(reader).forEach(chosen::add);
            } catch (IllegalArgumentException noId) {
                unfit(field, "choice");
            }
        }
        List<I> ids = new ArrayList<>(before);
        ids.retainAll(chosen);
        chosen.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        E choice = choiceOrNull(field, type);
        if (choice == null) {
            unfit(field, "choice");
            return type.getEnumConstants()[0];
        }
        return choice;
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String field, Class<E> type) {
        return read(field, "choice", name -> Enum.valueOf(type, name));
    }

    static PartialDate partial(String text) {
        var dayAndMonth = DAY_AND_MONTH.matcher(text);
        if (dayAndMonth.matches()) {
            return new PartialDate(null, digits(dayAndMonth.group(2)), digits(dayAndMonth.group(1)));
        }
        var date = DATE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new PartialDate(digits(date.group(3)), digits(date.group(2)), digits(date.group(1)));
    }

    static String written(PartialDate date) {
        var text = new StringBuilder();
        if (date.day() != null) {
            text.append("%02d/".formatted(date.day()));
        }
        if (date.month() != null) {
            text.append("%02d".formatted(date.month()));
        }
        if (date.year() != null) {
            text.append(text.isEmpty() ? "" : "/").append(date.year());
        }
        return text.toString();
    }

    private static @Nullable Integer digits(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private <T> @Nullable T read(String field, String error, Function<String, T> reader) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unfit) {
            unfit(field, error);
            return null;
        }
    }
}
