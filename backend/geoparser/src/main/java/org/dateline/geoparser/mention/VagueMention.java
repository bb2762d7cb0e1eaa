package org.dateline.geoparser.mention;

import org.dateline.geoparser.place.VaguePlace;

/**
 * Tokens that describe a place without an exact border.
 *
 * @param first index of the first token
 * @param end index after the last
 * @param place what they describe
 */
public record VagueMention(int first, int end, VaguePlace place) {}
