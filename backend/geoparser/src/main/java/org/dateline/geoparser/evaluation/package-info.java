/**
 * Scores the geoparser on annotated texts: recognition by exact and overlapping spans, and end to
 * end by all161, the share of all gold places that are placed within 161 km.
 */
@NullMarked
package org.dateline.geoparser.evaluation;

import org.jspecify.annotations.NullMarked;
