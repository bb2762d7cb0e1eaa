/** Files that journalists drop on the map, read into locations: CSV, GeoJSON, KML, KMZ and GPX. */
@NullMarked
package org.dateline.server.intake;

import org.jspecify.annotations.NullMarked;
