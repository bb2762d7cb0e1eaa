/**
 * The gazetteer: which places bear a name, which names a place bears, what lies near a point.
 *
 * <p>A <em>place</em> is one referent (a town, a region, a river, a country). A <em>name</em> is
 * one of the strings people write for it, with the kind of name it is. Everything is read from an
 * immutable, memory-mapped index that the build makes; see {@code geodata/README.md} for where the
 * rows come from.
 */
@NullMarked
package org.dateline.geodata.gazetteer;

import org.jspecify.annotations.NullMarked;
