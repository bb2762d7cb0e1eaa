package org.dateline.server.location;

import org.dateline.server.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * A change of a location, and the location after it as it may be shown today.
 *
 * @param change the entry of the log
 * @param location null when the change took it off the map
 */
public record PastLocation(Change change, @Nullable AddedLocation location) {}
