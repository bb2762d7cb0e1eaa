/** OGC API - Features over HTTP, for every collection alike. */
@NullMarked
package org.dateline.server.ogc;

import org.jspecify.annotations.NullMarked;
