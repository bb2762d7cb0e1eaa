/**
 * Report text to places. {@link org.dateline.geoparser.Geoparser} is the way in, {@link
 * org.dateline.geoparser.Geoparse} what comes out.
 */
@NullMarked
package org.dateline.geoparser;

import org.jspecify.annotations.NullMarked;
