package vn.binhquyen.statistics.catalogue;

import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.DataElement.OverTime;
import vn.binhquyen.statistics.DataElement.OverUnits;

/**
 * What is said of a countable thing.
 *
 * @param code by which formulas, forms and files name it; it never changes
 * @param verified whether it was compared with the text that it comes from
 */
public record ElementDraft(
        String code,
        CatalogueSet set,
        String nameVi,
        String nameEn,
        String unit,
        Kind kind,
        OverTime overTime,
        OverUnits overUnits,
        boolean sensitive,
        boolean verified,
        String note) {}
