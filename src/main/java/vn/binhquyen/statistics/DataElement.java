package vn.binhquyen.statistics;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;

/**
 * A countable thing of the catalogue.
 *
 * @param key the small number by which facts name it
 * @param code by which formulas, forms and other programs name it, such as "NQ28-1.1.NUM"
 * @param owner the unit that defined it, below which it may be used; null for the whole country
 * @param nameEn empty where there is no English name yet
 * @param unit "người", "cơ quan", "triệu đồng" …; may be empty
 * @param sensitive whether small numbers of it could show who is meant; of a share that is given as such, whether those of its
 *     terms could, which it tells together with the other term
 */
public record DataElement(
        int key,
        String code,
        @Nullable UnitId owner,
        String nameVi,
        String nameEn,
        String unit,
        Kind kind,
        OverTime overTime,
        OverUnits overUnits,
        boolean sensitive) {

    /** What a figure is. */
    public enum Kind {
        /** Whole things or persons, never below zero. */
        COUNT,
        /** Money or another quantity that adds. */
        AMOUNT,
        /** Measured: a mean, a share that is given as such. */
        MEASURE,
        /** One or nothing. */
        YES_NO
    }

    /** What the figures of several periods make. */
    public enum OverTime {
        /** What happened: added. */
        SUM,
        /** What is there: the last one counts. */
        LAST,
        AVERAGE
    }

    /** What the figures of several units make. */
    public enum OverUnits {
        SUM,
        /** Nothing: a figure holds for its unit alone. */
        NONE
    }

    /** In the language of the page; the Vietnamese one where there is no other. */
    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : nameVi;
    }
}
