/** Word classes by language: what the rules mean by "a verb of saying" or "a word for fighting". */
@NullMarked
package org.dateline.geoparser.lexicon;

import org.jspecify.annotations.NullMarked;
