/** Resolution: which place a mention names, how sure, and why. */
@NullMarked
package org.dateline.geoparser.place;

import org.jspecify.annotations.NullMarked;
