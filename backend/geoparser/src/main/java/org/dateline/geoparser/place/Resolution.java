package org.dateline.geoparser.place;

import java.util.List;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geoparser.mention.Recognised;
import org.jspecify.annotations.Nullable;

/**
 * Which place a recognised name means.
 *
 * @param name the name
 * @param place the place, null when it could not be told
 * @param score calibrated probability, 0 to 1, that the name is a place's and means this one
 * @param margin how far the runner-up is behind, 0 to 1; 1 when there is none
 * @param reasons why this place, weightiest first
 * @param evidence what the reasons are made of, weightiest first; empty when no place was told
 * @param alternatives the other places it may have meant, best first
 * @param notPlacedBecause why no place could be told, null when one was
 */
public record Resolution(
    Recognised name,
    @Nullable Place place,
    double score,
    double margin,
    List<String> reasons,
    List<WeighedEvidence> evidence,
    List<Alternative> alternatives,
    @Nullable String notPlacedBecause) {}
