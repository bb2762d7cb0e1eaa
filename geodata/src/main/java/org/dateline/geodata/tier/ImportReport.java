package org.dateline.geodata.tier;

import java.util.List;
import java.util.Map;
import org.dateline.geodata.gazetteer.Tier;

/**
 * What an import took over.
 *
 * @param name what the tier is called: the file's name without its endings
 * @param tier the tier its places belong to
 * @param lines lines read, without headers and empty ones
 * @param places places kept, or to which names were added
 * @param names names kept, over all places
 * @param dropped what was left out, by the reason in words, with how many
 * @param rejected the first rows that could not be read, with their lines
 */
public record ImportReport(
    String name,
    Tier tier,
    long lines,
    long places,
    long names,
    Map<String, Long> dropped,
    List<RejectedRow> rejected) {}
