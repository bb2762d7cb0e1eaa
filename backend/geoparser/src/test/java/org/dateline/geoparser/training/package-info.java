/** The annotated texts that the place recogniser is trained on. */
@NullMarked
package org.dateline.geoparser.training;

import org.jspecify.annotations.NullMarked;
