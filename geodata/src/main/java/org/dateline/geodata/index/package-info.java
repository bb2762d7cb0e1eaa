/**
 * The index behind the gazetteer and the boundaries: one immutable file that the build makes and a
 * process maps into memory.
 *
 * <p>A <em>section</em> is a stretch of the file with one kind of entry; a <em>key</em> is a folded
 * name; a <em>posting</em> joins a key to a place. {@link org.dateline.geodata.index.IndexBuilder}
 * writes, the Mapped classes read.
 */
@NullMarked
package org.dateline.geodata.index;

import org.jspecify.annotations.NullMarked;
