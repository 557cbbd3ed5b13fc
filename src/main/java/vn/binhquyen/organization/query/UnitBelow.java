package vn.binhquyen.organization.query;

import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/**
 * A unit directly below another.
 *
 * @param agencies how many agencies it has today
 * @param units how many units stand directly below it today
 */
public record UnitBelow(UnitId id, String code, String name, Level level, int agencies, int units) {}
