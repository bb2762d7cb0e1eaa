package org.dateline.geoparser.evaluation;

import java.util.List;

/**
 * A text with the names that annotators marked in it.
 *
 * @param name the document's name in its corpus
 * @param text the text
 * @param gold the marked names, in order of their start
 */
record GoldText(String name, String text, List<Gold> gold) {}
