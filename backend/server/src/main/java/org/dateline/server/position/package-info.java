/** Positions as people paste them: degrees, grids, codes and links of maps. */
@NullMarked
package org.dateline.server.position;

import org.jspecify.annotations.NullMarked;
