package org.dateline.geoparser.finding;

import org.dateline.geoparser.text.Span;

/**
 * A date or period that the text itself gives.
 *
 * @param edtf Extended Date/Time Format ("2022~" is about 2022)
 * @param precision UCDP {@code date_prec}: 1 day, 2 some days, 3 week, 4 month, 5 year
 * @param evidence the words it was read from
 */
public record ReportDate(String edtf, int precision, Span evidence) {}
