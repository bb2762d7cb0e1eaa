package org.dateline.server.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;

/**
 * A property of the public GeoJSON; the API definition and the readable description list them.
 *
 * @param name its name
 * @param type its JSON type; {@code date} and {@code date-time} are strings of that format
 * @param nullable whether it may be null or missing
 * @param description what it says
 * @param from the standard or data set that the name is taken from
 * @param values the values there may be, empty when the list is open
 */
public record Property(
    String name,
    String type,
    boolean nullable,
    String description,
    String from,
    List<String> values) {

  /** All of them, in the order they are written. */
  public static final List<Property> ALL =
      List.of(
          new Property("location", "string", false, "Name shown to readers.", "ACLED", List.of()),
          new Property(
              "names",
              "object",
              false,
              "Names by language tag, where languages are known.",
              "Linked Places",
              List.of()),
          new Property(
              "report", "string", false, "Id of the report that names it.", "Dateline", List.of()),
          new Property(
              "layer", "string", false, "The layer it falls into.", "Dateline", words(Layer.class)),
          new Property(
              "feature_role",
              "string",
              false,
              "What it is to its layer.",
              "Dateline",
              words(FeatureRole.class)),
          new Property(
              "country",
              "string",
              true,
              "The country it lies in; null when in none or several.",
              "ACLED",
              List.of()),
          new Property(
              "iso3",
              "string",
              true,
              "ISO 3166-1 alpha-3 code of that country.",
              "ISO 3166",
              List.of()),
          new Property("admin1", "string", true, "Its first-level unit.", "ACLED", List.of()),
          new Property(
              "geo_precision",
              "integer",
              false,
              "1 a town or site, 2 near or part of it, 3 a region or coarser.",
              "ACLED",
              List.of()),
          new Property(
              "where_prec",
              "integer",
              false,
              "1 exact, 2 near, 3 second-level unit, 4 first-level unit, 5 vague, 6 country, 7 natural feature.",
              "UCDP",
              List.of()),
          new Property(
              "uncertainty_m",
              "number",
              false,
              "Radius in metres round label_point that contains the place.",
              "Darwin Core coordinateUncertaintyInMeters",
              List.of()),
          new Property(
              "location_resolution",
              "string",
              false,
              "Exact, Vicinity, Locality, District, Region, Country or Vague.",
              "Atlos",
              List.of()),
          new Property(
              "precision_words",
              "string",
              false,
              "How the geometry stands for what the text says, in a phrase.",
              "Dateline",
              List.of()),
          new Property(
              "soft",
              "boolean",
              false,
              "Whether the area has no exact border and is drawn with a soft edge.",
              "Dateline",
              List.of()),
          new Property(
              "label_point",
              "array",
              false,
              "Longitude and latitude of the label.",
              "Dateline",
              List.of()),
          new Property(
              "boundary_source", "string", true, "Who drew the outline.", "Dateline", List.of()),
          new Property(
              "boundary_valid_from",
              "string",
              true,
              "First year or date the outline was right.",
              "Dateline",
              List.of()),
          new Property(
              "boundary_valid_to",
              "string",
              true,
              "Year or date it ceased to be right.",
              "Dateline",
              List.of()),
          new Property(
              "how_made",
              "string",
              true,
              "How a geometry was computed or made coarser, in a sentence.",
              "Dateline",
              List.of()),
          new Property(
              "event_type",
              "string",
              true,
              "Type of the event, only when the text states one.",
              "ACLED",
              List.of()),
          new Property(
              "sub_event_type", "string", true, "Sub-type of the event.", "ACLED", List.of()),
          new Property(
              "event_date",
              "date",
              true,
              "The day, ISO 8601, only when it is certain.",
              "ACLED",
              List.of()),
          new Property(
              "event_date_edtf",
              "string",
              true,
              "The date as exactly as the text gives it: 2022~ is about 2022.",
              "EDTF, ISO 8601-2",
              List.of()),
          new Property(
              "time_precision",
              "integer",
              true,
              "1 day, 2 week, 3 month; null for a year.",
              "ACLED",
              List.of()),
          new Property(
              "date_prec",
              "integer",
              true,
              "1 day, 2 some days, 3 week, 4 month, 5 year.",
              "UCDP",
              List.of()),
          new Property(
              "description",
              "string",
              true,
              "The text's own words for the place.",
              "Dateline",
              List.of()),
          new Property(
              "cue", "string", true, "The words that decided the layer.", "Dateline", List.of()),
          new Property(
              "quote",
              "string",
              false,
              "The exact sentence of the report.",
              "W3C Web Annotation TextQuoteSelector",
              List.of()),
          new Property(
              "quote_prefix",
              "string",
              false,
              "Up to 32 characters before it.",
              "W3C Web Annotation TextQuoteSelector",
              List.of()),
          new Property(
              "quote_suffix",
              "string",
              false,
              "Up to 32 characters after it.",
              "W3C Web Annotation TextQuoteSelector",
              List.of()),
          new Property(
              "quote_start",
              "integer",
              false,
              "Where it starts in the report's text, UTF-16 units.",
              "W3C Web Annotation TextPositionSelector",
              List.of()),
          new Property(
              "quote_end",
              "integer",
              false,
              "Where it ends.",
              "W3C Web Annotation TextPositionSelector",
              List.of()),
          new Property(
              "mention_start",
              "integer",
              false,
              "Where the place words in the sentence start.",
              "Dateline",
              List.of()),
          new Property("mention_end", "integer", false, "Where they end.", "Dateline", List.of()),
          new Property(
              "mention_count",
              "integer",
              false,
              "How often the report names it.",
              "Dateline",
              List.of()),
          new Property(
              "mentions_url", "string", false, "Where all mentions stand.", "Dateline", List.of()),
          new Property(
              "gazetteer_id",
              "string",
              true,
              "Id in the gazetteer: a bare GeoNames number, or with the prefix of another source. Null where it would give a protected point away.",
              "Recogito",
              List.of()),
          new Property(
              "gazetteer_uri",
              "string",
              true,
              "The place on the web of data.",
              "Recogito",
              List.of()),
          new Property(
              "gazetteer_score",
              "number",
              false,
              "Probability, 0 to 1, that this is the place meant.",
              "Recogito",
              List.of()),
          new Property(
              "tier",
              "string",
              true,
              "Which part of the gazetteer answered: world, supplement, import or own.",
              "Dateline",
              List.of()),
          new Property(
              "reasons",
              "array",
              false,
              "Why this place, in words, weightiest first.",
              "Dateline",
              List.of()),
          new Property(
              "alternatives",
              "integer",
              false,
              "How many other places bear the name.",
              "Recogito",
              List.of()),
          new Property("runner_up", "string", true, "The best of them.", "Dateline", List.of()),
          new Property(
              "margin",
              "number",
              false,
              "How far the runner-up is behind, 0 to 1.",
              "Dateline",
              List.of()),
          new Property(
              "claim_by",
              "string",
              false,
              "Who says so; \"report\" when the report says it itself.",
              "ClaimReview author",
              List.of()),
          new Property(
              "claim_status",
              "string",
              false,
              "reported, claimed, corroborated, disputed or refuted.",
              "ClaimReview",
              List.of()),
          new Property("denied_by", "string", true, "Who denies it.", "Dateline", List.of()),
          new Property(
              "denial_quote",
              "string",
              true,
              "The exact sentence of the denial.",
              "Dateline",
              List.of()),
          new Property(
              "claims",
              "array",
              true,
              "All claims about the place; only there when there are any.",
              "Dateline",
              List.of()),
          new Property(
              "drawn",
              "boolean",
              false,
              "Whether the map draws it at first.",
              "Dateline",
              List.of()),
          new Property(
              "status",
              "string",
              false,
              "What people made of the machine's finding.",
              "Recogito",
              words(Feature.Status.class)),
          new Property(
              "method", "string", false, "automatic, human or import.", "Dateline", List.of()),
          new Property(
              "method_version",
              "string",
              false,
              "Which version of the geoparser found it.",
              "Dateline",
              List.of()),
          new Property(
              "sensitivity",
              "string",
              false,
              "public, or limited where the geometry is coarser on purpose.",
              "OCHA",
              List.of()),
          new Property(
              "sensitivity_reason", "string", true, "Why: displacement_site.", "OCHA", List.of()),
          new Property(
              "generalised",
              "string",
              false,
              "none or grid_5km; the true geometry never leaves the server.",
              "OCHA",
              List.of()),
          new Property("source", "string", false, "Who published the report.", "ACLED", List.of()),
          new Property(
              "version",
              "integer",
              false,
              "1 for the first, one more with every change.",
              "Dateline",
              List.of()),
          new Property(
              "updated_at",
              "date-time",
              false,
              "When this version was made, ISO 8601.",
              "ACLED timestamp",
              List.of()),
          new Property(
              "license",
              "string",
              false,
              "Licence of the place and its geometry.",
              "schema.org",
              List.of()),
          new Property(
              "attribution", "string", false, "Whose data it rests on.", "schema.org", List.of()),
          new Property(
              "movement_type",
              "string",
              false,
              "For movements: displacement, supply, troop or withdrawal.",
              "Dateline",
              List.of()),
          new Property(
              "from_id",
              "string",
              false,
              "For movements: feature id of the origin.",
              "Dateline",
              List.of()),
          new Property(
              "to_id",
              "string",
              false,
              "For movements: feature id of the destination.",
              "Dateline",
              List.of()),
          new Property(
              "from_name",
              "string",
              false,
              "For movements: name of the origin.",
              "Dateline",
              List.of()),
          new Property(
              "to_name",
              "string",
              false,
              "For movements: name of the destination.",
              "Dateline",
              List.of()),
          new Property(
              "path_meaning",
              "string",
              false,
              "For movements: straight line, route not stated.",
              "Dateline",
              List.of()),
          new Property(
              "distance_km",
              "integer",
              false,
              "For movements: length of that line in kilometres.",
              "Dateline",
              List.of()));

  private static final Set<String> OF_MOVEMENTS =
      Set.of(
          "movement_type",
          "from_id",
          "to_id",
          "from_name",
          "to_name",
          "path_meaning",
          "distance_km");

  /** Returns whether only movements have it. */
  public boolean isOfMovements() {
    return OF_MOVEMENTS.contains(name);
  }

  private static <E extends Enum<E>> List<String> words(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
