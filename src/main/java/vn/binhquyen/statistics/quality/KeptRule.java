package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept.
 *
 * @param ownerName null for a rule of the whole country
 * @param active whether figures are checked by it
 * @param delivered whether it came with the program and nobody changed it since
 * @param version for whoever changes it: the one that was seen
 */
public record KeptRule(
        FigureRuleId id, Rule rule, @Nullable String ownerName, boolean active, boolean delivered, long version) {}
