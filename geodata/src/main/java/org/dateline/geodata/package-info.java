/**
 * What is where: the gazetteer, boundaries and basemap outlines, and the commands that derive them.
 */
@NullMarked
package org.dateline.geodata;

import org.jspecify.annotations.NullMarked;
