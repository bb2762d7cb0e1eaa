package org.dateline.server.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One location of a file, unchecked.
 *
 * @param line where it starts in the file, counted from 1; in GeoJSON its place in the collection
 * @param geometry GeoJSON geometry, null when the file gives none that can be understood
 * @param noGeometry why there is no geometry, null when there is one
 * @param values by the file's own names
 */
record Row(
    long line,
    @Nullable JsonNode geometry,
    @Nullable String noGeometry,
    Map<String, JsonNode> values) {}
