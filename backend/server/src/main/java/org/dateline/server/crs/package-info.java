/** Coordinate reference systems of the EPSG registry, with the axes in the registry's order. */
@NullMarked
package org.dateline.server.crs;

import org.jspecify.annotations.NullMarked;
