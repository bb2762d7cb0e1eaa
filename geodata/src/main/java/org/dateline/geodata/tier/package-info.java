/**
 * Tiers of the gazetteer that a newsroom adds to the embedded one: GeoNames dumps and its own
 * places.
 *
 * <p>A <em>tier</em> here is one imported file, kept as an index of its own in a directory and
 * asked beside the others. {@link org.dateline.geodata.tier.GazetteerTiers} imports, removes and
 * swaps them while the gazetteer is in use.
 */
@NullMarked
package org.dateline.geodata.tier;

import org.jspecify.annotations.NullMarked;
