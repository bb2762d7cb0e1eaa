/** The locations that journalists add to a map: what may be entered, and what readers see of it. */
@NullMarked
package org.dateline.server.location;

import org.jspecify.annotations.NullMarked;
