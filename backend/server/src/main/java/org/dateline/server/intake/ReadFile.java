package org.dateline.server.intake;

import java.util.List;

/**
 * A file, read but unchecked.
 *
 * @param format "CSV", "GeoJSON", "KML", "KMZ" or "GPX"
 * @param details how it was understood: charset, delimiter
 * @param columns the names that its rows use, in the order they came
 * @param rows in the order of the file
 */
record ReadFile(String format, List<String> details, List<String> columns, List<Row> rows) {}
