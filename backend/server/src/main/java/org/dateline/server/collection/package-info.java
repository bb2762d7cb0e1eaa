/** OGC API - Features over all published reports: places, areas, movements. */
@NullMarked
package org.dateline.server.collection;

import org.jspecify.annotations.NullMarked;
