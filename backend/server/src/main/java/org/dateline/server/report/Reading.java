package org.dateline.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dateline.server.feature.Feature;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the geoparser made of a report.
 *
 * @param methodVersion which version of the method ran
 * @param at when
 * @param language BCP 47 tag, detected or given
 * @param date the date that the text itself gives, null when it gives none
 * @param focus the countries it is about, weightiest first
 * @param mentions place names in the order of the text
 * @param features in the order of the text, movements last
 * @param ids every feature id this report ever had, by what bears it
 */
public record Reading(
    String methodVersion,
    Instant at,
    String language,
    @Nullable TextDate date,
    List<FocusCountry> focus,
    List<ReportMention> mentions,
    List<Feature> features,
    Map<String, String> ids) {

  /**
   * A date read from the text.
   *
   * @param edtf Extended Date/Time Format
   * @param precision UCDP {@code date_prec}, 1 day to 5 year
   * @param evidence the words it was read from
   */
  public record TextDate(String edtf, int precision, String evidence) {}

  /**
   * A country that the report is about.
   *
   * @param iso2 ISO 3166-1 alpha-2 code
   * @param iso3 alpha-3 code, null when there is none
   * @param name its name
   */
  public record FocusCountry(String iso2, @Nullable String iso3, String name) {}
}
