package vn.binhquyen.statistics.form;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.Sheet;

/**
 * A form as one unit would fill it for one period.
 *
 * @param place where the official figures of the unit and period stand; null where there was no such unit in the period
 * @param asked whether the form asks the unit for the period, and the period has begun
 */
public record AskedSheet(FormDefinition form, @Nullable Sheet place, boolean asked) {}
