package org.dateline.geoparser.place;

import org.dateline.geodata.gazetteer.Place;

/**
 * A place that a mention could also have meant.
 *
 * @param place the place
 * @param score calibrated probability, 0 to 1
 * @param reason why it was not chosen, in words
 */
public record Alternative(Place place, double score, String reason) {}
