/** What the sentence says happens at a place: layers, roles, movements and claims. */
@NullMarked
package org.dateline.geoparser.finding;

import org.jspecify.annotations.NullMarked;
