/** A report's features: what the geoparser found, as geometry and properties that may be public. */
@NullMarked
package org.dateline.server.feature;

import org.jspecify.annotations.NullMarked;
