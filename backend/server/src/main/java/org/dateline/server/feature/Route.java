package org.dateline.server.feature;

import org.dateline.geoparser.finding.MovementType;

/**
 * The two ends of a movement. The way between them is not known.
 *
 * @param type what moves
 * @param fromId feature id of the origin
 * @param toId feature id of the destination
 * @param fromName name of the origin
 * @param toName name of the destination
 * @param distanceKm length of the great circle between the ends as shown, in kilometres
 */
public record Route(
    MovementType type,
    String fromId,
    String toId,
    String fromName,
    String toName,
    int distanceKm) {}
