/**
 * Scores the geoparser against annotated texts: how many of the names it finds, how many it places
 * right, and what went wrong where.
 */
@NullMarked
package org.dateline.geoparser.evaluation;

import org.jspecify.annotations.NullMarked;
