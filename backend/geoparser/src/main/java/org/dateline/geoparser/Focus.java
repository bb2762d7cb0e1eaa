package org.dateline.geoparser;

import java.util.List;

/**
 * What a text is about, geographically.
 *
 * @param countries ISO 3166-1 alpha-2 codes, weightiest first; empty when the text names no place
 * @param firstLevel gazetteer ids of first-level units, weightiest first
 */
public record Focus(List<String> countries, List<String> firstLevel) {}
