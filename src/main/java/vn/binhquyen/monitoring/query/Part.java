package vn.binhquyen.monitoring.query;

import vn.binhquyen.statistics.DataElement;

/** Something that is counted for an indicator. */
public record Part(DataElement element, boolean denominator) {}
