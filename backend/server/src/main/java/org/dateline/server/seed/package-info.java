/** The reports that a new map opens with. */
@NullMarked
package org.dateline.server.seed;

import org.jspecify.annotations.NullMarked;
