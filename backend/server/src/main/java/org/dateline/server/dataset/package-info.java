/**
 * Data sets that admins import: files read feature by feature into what is kept and served. A data
 * set becomes a collection like every other.
 */
@NullMarked
package org.dateline.server.dataset;

import org.jspecify.annotations.NullMarked;
