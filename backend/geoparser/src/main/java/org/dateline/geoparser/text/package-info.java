/**
 * The text layer: the received text, its normalised parallel view with offsets, sentences and
 * tokens.
 */
@NullMarked
package org.dateline.geoparser.text;

import org.jspecify.annotations.NullMarked;
