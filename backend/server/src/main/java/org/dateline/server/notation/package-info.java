/** Values as texts write them, however hostile: numbers, days and moments, geometries. */
@NullMarked
package org.dateline.server.notation;

import org.jspecify.annotations.NullMarked;
