/** The gazetteer over HTTP: search as you type, and what lies near a point. */
@NullMarked
package org.dateline.server.place;

import org.jspecify.annotations.NullMarked;
