/** Geoparsing of a text that is not kept. */
@NullMarked
package org.dateline.server.geoparse;

import org.jspecify.annotations.NullMarked;
