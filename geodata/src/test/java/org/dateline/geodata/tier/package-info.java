/** Tests of imported tiers. */
@NullMarked
package org.dateline.geodata.tier;

import org.jspecify.annotations.NullMarked;
