package org.dateline.geodata;

import org.dateline.geodata.boundary.Boundaries;
import org.dateline.geodata.gazetteer.Gazetteer;

/**
 * The geodata that a build embeds, opened together.
 *
 * @param gazetteer places by name and position
 * @param boundaries outlines of countries and first-level units
 */
public record Geodata(Gazetteer gazetteer, Boundaries boundaries) {}
