/**
 * Boundaries: outlines of countries and first-level units, with the source and the dates between
 * which each was right.
 */
@NullMarked
package org.dateline.geodata.boundary;

import org.jspecify.annotations.NullMarked;
