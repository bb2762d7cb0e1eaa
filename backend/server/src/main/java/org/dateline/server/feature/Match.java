package org.dateline.server.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the geoparser chose a place.
 *
 * @param score calibrated probability, 0 to 1
 * @param margin how far the runner-up is behind, 0 to 1
 * @param reasons in words, weightiest first
 * @param alternatives how many other places bear the name
 * @param runnerUp name of the best of them, null when there is none
 */
public record Match(
    double score,
    double margin,
    List<String> reasons,
    int alternatives,
    @Nullable String runnerUp) {}
