package org.dateline.geoparser.text;

/**
 * A sentence, or a line that stands for one, such as a headline.
 *
 * @param span where it stands in the received text, without white space around it
 * @param first index of its first token
 * @param end index after its last token
 */
public record Sentence(Span span, int first, int end) {}
