package vn.binhquyen.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, quarter, half-year, year, school year or term of office for which figures and reports are given. Named by its
 * calendar start; what an administrative report covers starts and ends earlier ({@link #administrativeFrom}).
 */
public record Period(Kind kind, LocalDate start) implements Serializable, Comparable<Period> {

    /** The lengths of periods, shortest first. Their places are part of the {@linkplain #key keys} that facts hold. */
    public enum Kind {
        MONTH(1, 1),
        QUARTER(3, 1),
        HALF_YEAR(6, 1),
        YEAR(12, 1),
        /** From September: figures of education come by it (Decree 60/2018/NĐ-CP). */
        SCHOOL_YEAR(12, 9),
        /** Five years, as those of the People's Councils: 2021–2026, 2026–2031. Other bodies' may begin in any year. */
        TERM(60, 1);

        private final int months;
        private final int firstMonth;

        Kind(int months, int firstMonth) {
            this.months = months;
            this.firstMonth = firstMonth;
        }

        public int months() {
            return months;
        }

        /** Whether administrative reports have cut-offs of their own for it (Decree 09/2019/NĐ-CP, Article 12). */
        public boolean isAdministrative() {
            return isOfCalendarYear();
        }

        /** Whether each period of the kind lies in one calendar year. */
        public boolean isOfCalendarYear() {
            return compareTo(YEAR) <= 0;
        }

        /** How many begin in a year, at most; of terms one. */
        public int perYear() {
            return Math.max(1, MONTHS / months);
        }
    }

    private static final int MONTHS = 12;
    private static final int FIRST_TERM = 1;
    private static final int CUT_OFF_DAY = 14;
    private static final int KINDS = 1_000_000;
    private static final int YEARS = 100;

    public Period {
        if (start.getDayOfMonth() != 1
                || Math.floorMod(start.getMonthValue() - kind.firstMonth, Math.min(kind.months(), MONTHS)) != 0) {
            throw new IllegalArgumentException("No " + kind + " starts on " + start);
        }
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, LocalDate.of(year, 1, 1));
    }

    /** The n-th period of its kind in the year, counted from 1. */
    public static Period of(Kind kind, int year, int number) {
        return new Period(kind, LocalDate.of(year, kind.firstMonth, 1).plusMonths((long) (number - 1) * kind.months()));
    }

    /** The period that facts name by the number: see {@link #key}. */
    public static Period ofKey(int key) {
        return of(Kind.values()[key / KINDS - 1], key % KINDS / YEARS, key % YEARS);
    }

    /**
     * The small number by which facts name it: kind × 1,000,000 + year × 100 + number, so that those of one kind stand in
     * the order of time. The database reads it by {@code period_range}.
     */
    public int key() {
        return (kind.ordinal() + 1) * KINDS + year() * YEARS + number();
    }

    private static final Pattern CODE =
            Pattern.compile("((?:19|20|21)\\d\\d)(?:(0[1-9]|1[0-2])|Q([1-4])|S([12])|(Sep)|(P5Y))?");

    /**
     * The period that programs write as "202604", "2026Q2", "2026S1", "2026", the school year from September 2026 as
     * "2026Sep" and the term of office from 2026 as "2026P5Y"; empty where it is none.
     */
    public static Optional<Period> ofCode(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(code.group(1));
        if (code.group(2) != null) {
            return Optional.of(of(Kind.MONTH, year, Integer.parseInt(code.group(2))));
        }
        if (code.group(3) != null) {
            return Optional.of(of(Kind.QUARTER, year, Integer.parseInt(code.group(3))));
        }
        if (code.group(4) != null) {
            return Optional.of(of(Kind.HALF_YEAR, year, Integer.parseInt(code.group(4))));
        }
        Kind whole = code.group(5) != null ? Kind.SCHOOL_YEAR : code.group(6) != null ? Kind.TERM : Kind.YEAR;
        return Optional.of(of(whole, year, 1));
    }

    /** As programs write it: see {@link #ofCode}. */
    public String code() {
        return switch (kind) {
            case MONTH -> String.format(Locale.ROOT, "%d%02d", year(), number());
            case QUARTER -> year() + "Q" + number();
            case HALF_YEAR -> year() + "S" + number();
            case YEAR -> String.valueOf(year());
            case SCHOOL_YEAR -> year() + "Sep";
            case TERM -> year() + "P5Y";
        };
    }

    /** The period of the calendar that the day lies in; of terms of office that of the People's Councils. */
    public static Period containing(Kind kind, LocalDate day) {
        if (kind == Kind.TERM) {
            return of(kind, day.getYear() - Math.floorMod(day.getYear() - FIRST_TERM, kind.months() / MONTHS), 1);
        }
        int past = Math.floorMod(day.getMonthValue() - kind.firstMonth, kind.months());
        return new Period(kind, day.withDayOfMonth(1).minusMonths(past));
    }

    /**
     * The period that a report due on the day is about: the one whose {@linkplain #administrativeTo administrative
     * end} is nearest, before the day or after it, since offices ask for reports some days early or late.
     */
    public static Period reportedOn(Kind kind, LocalDate due) {
        Period around = containing(kind, due);
        Period before = around.previous();
        long toAround = Math.abs(due.toEpochDay() - around.administrativeTo().toEpochDay());
        long toBefore = Math.abs(due.toEpochDay() - before.administrativeTo().toEpochDay());
        return toAround <= toBefore ? around : before;
    }

    /** Last day by the calendar, the one of statistical reports. */
    public LocalDate end() {
        return start.plusMonths(kind.months()).minusDays(1);
    }

    /** First day that an administrative report covers: the 15th of the month before; of others the first of the calendar. */
    public LocalDate administrativeFrom() {
        return !kind.isAdministrative() ? start : start.minusMonths(1).withDayOfMonth(CUT_OFF_DAY + 1);
    }

    /** Last day that an administrative report covers: the 14th of the last month; of others the last of the calendar. */
    public LocalDate administrativeTo() {
        return !kind.isAdministrative() ? end() : end().withDayOfMonth(CUT_OFF_DAY);
    }

    public Period next() {
        return new Period(kind, start.plusMonths(kind.months()));
    }

    public Period previous() {
        return new Period(kind, start.minusMonths(kind.months()));
    }

    /** The year in which it begins. */
    public int year() {
        return start.getYear();
    }

    /** Its place among the periods of its kind in the year, counted from 1. */
    public int number() {
        return (start.getMonthValue() - kind.firstMonth) / kind.months() + 1;
    }

    /** By start, longer ones first. */
    @Override
    public int compareTo(Period other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : other.kind.compareTo(kind);
    }
}
