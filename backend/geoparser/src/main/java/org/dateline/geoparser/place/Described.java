package org.dateline.geoparser.place;

import org.jspecify.annotations.Nullable;

/**
 * A place that the text describes rather than names: "the tri-border area", "northern Mali", "the
 * Malian capital".
 *
 * @param first index of the first token of the description
 * @param end index after its last token
 * @param referent the area it means, null when it has none that could be drawn
 * @param why how the area was told, or why there is none, in words
 * @param definite whether it means one place with an exact position ("the Malian capital"), so that
 *     only the naming is indirect
 */
public record Described(
    int first, int end, @Nullable Referent referent, String why, boolean definite) {}
