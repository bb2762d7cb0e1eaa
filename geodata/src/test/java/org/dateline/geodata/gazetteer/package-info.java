/** Tests of names. */
@NullMarked
package org.dateline.geodata.gazetteer;

import org.jspecify.annotations.NullMarked;
