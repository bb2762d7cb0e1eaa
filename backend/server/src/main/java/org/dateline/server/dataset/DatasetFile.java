package org.dateline.server.dataset;

import java.util.List;

/**
 * A file that was read and can be kept as a data set.
 *
 * @param schema what the features have
 * @param features how many there are
 * @param parts the features as GeoJSON, UTF-8, one a line, in the order of the file, in parts of
 *     about a megabyte
 * @param notes what was done to some features so that they can be kept, in words; the first few
 * @param noted how many notes there would be
 */
public record DatasetFile(
    Dataset.Schema schema, int features, List<String> parts, List<String> notes, int noted) {}
