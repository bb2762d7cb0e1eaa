/** Recognition: which characters name a place, and in which sense. */
@NullMarked
package org.dateline.geoparser.mention;

import org.jspecify.annotations.NullMarked;
