package vn.binhquyen.statistics.catalogue;

/** The set to which an entry of the catalogue belongs. */
public enum CatalogueSet {
    /** The national strategy on gender equality 2021–2030. */
    NQ28,
    /** The gender development statistics. */
    TKPTG,
    /** The table of domestic violence. */
    BLGD,
    /** What a unit counts for itself. */
    LOCAL
}
