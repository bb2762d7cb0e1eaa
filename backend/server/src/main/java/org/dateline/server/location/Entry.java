package org.dateline.server.location;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.server.feature.Edtf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A property that a journalist may enter.
 *
 * @param name its name in the GeoJSON
 * @param kind what values it takes
 * @param least for whole numbers the least value
 * @param most for texts the greatest length in UTF-16 units, for numbers the greatest value
 * @param values the values there may be, empty when the list is open
 * @param required whether a location needs it
 * @param description what it says
 * @param from the standard or data set that the name is taken from
 */
public record Entry(
    String name,
    Kind kind,
    int least,
    int most,
    List<String> values,
    boolean required,
    String description,
    String from) {

  /** What values an entry takes. */
  public enum Kind {
    TEXT,
    WORD,
    WHOLE_NUMBER,
    NUMBER,
    DAY,
    EDTF,
    WEB_ADDRESS,
    NAMES
  }

  /** ACLED's sub-event types by event type. */
  public static final Map<String, List<String>> EVENT_TYPES = eventTypes();

  /** All of them, in the order of the form. */
  public static final List<Entry> ALL =
      List.of(
          new Entry(
              "location",
              Kind.TEXT,
              0,
              200,
              List.of(),
              true,
              "What it is called on the map: the place, or what happened there in a few words.",
              "ACLED"),
          new Entry(
              "source",
              Kind.TEXT,
              0,
              500,
              List.of(),
              true,
              "How you know: who published it, or \"own reporting\".",
              "ACLED"),
          new Entry(
              "location_resolution",
              Kind.WORD,
              0,
              0,
              List.copyOf(Resolution.WORDS.keySet()),
              true,
              "How precise the geometry is.",
              "Atlos"),
          text("report", 200, "Id of the report on whose map it lies.", "Dateline"),
          text("notes", 300, "What happened, in neutral words.", "ACLED"),
          word("event_type", List.copyOf(EVENT_TYPES.keySet()), "Type of the event.", "ACLED"),
          word(
              "sub_event_type",
              EVENT_TYPES.values().stream().flatMap(List::stream).toList(),
              "Sub-type of the event.",
              "ACLED"),
          new Entry(
              "event_date", Kind.DAY, 0, 0, List.of(), false, "The day, or the first.", "ACLED"),
          new Entry(
              "event_date_end", Kind.DAY, 0, 0, List.of(), false, "The last day.", "UCDP date_end"),
          new Entry(
              "event_date_edtf",
              Kind.EDTF,
              0,
              0,
              List.of(),
              false,
              "The date as exactly as it is known: 2022~ is about 2022.",
              "EDTF, ISO 8601-2"),
          whole("time_precision", 1, 3, "1 day, 2 week, 3 month.", "ACLED"),
          whole("date_prec", 1, 5, "1 day, 2 some days, 3 week, 4 month, 5 year.", "UCDP"),
          text("actor1", 200, "One side; not a statement on who began.", "ACLED"),
          text("assoc_actor_1", 300, "Who is with that side.", "ACLED"),
          text("actor2", 200, "The other side.", "ACLED"),
          text("assoc_actor_2", 300, "Who is with that one.", "ACLED"),
          whole("fatalities", 0, 10_000_000, "Deaths that are reported for this place.", "ACLED"),
          whole("fatalities_low", 0, 10_000_000, "The lowest estimate.", "UCDP low"),
          whole("fatalities_high", 0, 10_000_000, "The highest estimate.", "UCDP high"),
          text("civilian_targeting", 100, "Whether civilians were the target.", "ACLED"),
          new Entry(
              "uncertainty_m",
              Kind.NUMBER,
              0,
              20_000_000,
              List.of(),
              false,
              "Radius in metres that contains the place.",
              "Darwin Core coordinateUncertaintyInMeters"),
          text("country", 100, "The country it lies in.", "ACLED"),
          text("iso3", 3, "ISO 3166-1 alpha-3 code of that country.", "ISO 3166"),
          text("admin1", 200, "Its first-level unit.", "ACLED"),
          text("admin2", 200, "Its second-level unit.", "ACLED"),
          text("admin3", 200, "Its third-level unit.", "ACLED"),
          new Entry(
              "names",
              Kind.NAMES,
              0,
              200,
              List.of(),
              false,
              "Its names by language tag.",
              "Linked Places"),
          text("gazetteer_id", 100, "Id of the place in the gazetteer.", "Recogito"),
          text("quote", 2000, "The sentence that says so, to the letter.", "W3C Web Annotation"),
          text("source_scale", 100, "Local, national, international.", "ACLED"),
          text("source_original", 500, "Who said so first.", "UCDP"),
          new Entry(
              "source_url",
              Kind.WEB_ADDRESS,
              0,
              2000,
              List.of(),
              false,
              "Where it stands.",
              "ACLED"),
          new Entry(
              "source_date", Kind.DAY, 0, 0, List.of(), false, "When it was published.", "UCDP"),
          text("claim_by", 200, "Who says so, when the source does not itself.", "ClaimReview"),
          word(
              "claim_status",
              List.of("reported", "claimed", "corroborated", "disputed", "refuted"),
              "How it stands with what is said.",
              "ClaimReview"),
          text("denied_by", 200, "Who denies it.", "Dateline"),
          word(
              "status",
              List.of("unverified", "verified", "withdrawn"),
              "What editors made of it.",
              "Recogito"),
          word(
              "sensitivity",
              List.of("public", "limited"),
              "limited: shown as a cell of a 5 km grid only.",
              "OCHA"),
          word(
              "sensitivity_reason",
              List.of("displacement_site", "health", "school", "witness", "minor", "military_live"),
              "Why it is limited.",
              "OCHA"),
          text("license", 200, "Licence of what was entered.", "schema.org"),
          text("attribution", 500, "Whom to credit.", "schema.org"));

  /** The same by name. */
  public static final Map<String, Entry> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

  private static final Pattern ISO3 = Pattern.compile("[A-Z]{3}");

  private static Map<String, List<String>> eventTypes() {
    Map<String, List<String>> types = new LinkedHashMap<>();
    types.put(
        "Battles",
        List.of(
            "Armed clash", "Government regains territory", "Non-state actor overtakes territory"));
    types.put(
        "Explosions/Remote violence",
        List.of(
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade"));
    types.put(
        "Violence against civilians",
        List.of("Sexual violence", "Attack", "Abduction/forced disappearance"));
    types.put(
        "Protests",
        List.of(
            "Peaceful protest", "Protest with intervention", "Excessive force against protesters"));
    types.put("Riots", List.of("Violent demonstration", "Mob violence"));
    types.put(
        "Strategic developments",
        List.of(
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other"));
    return Collections.unmodifiableMap(types);
  }

  private static Entry text(String name, int most, String description, String from) {
    return new Entry(name, Kind.TEXT, 0, most, List.of(), false, description, from);
  }

  private static Entry word(String name, List<String> values, String description, String from) {
    return new Entry(name, Kind.WORD, 0, 0, values, false, description, from);
  }

  private static Entry whole(String name, int least, int most, String description, String from) {
    return new Entry(name, Kind.WHOLE_NUMBER, least, most, List.of(), false, description, from);
  }

  /**
   * Returns a value as it is kept, null when it cannot be.
   *
   * @param json neither null nor missing
   */
  @Nullable Object read(JsonNode json, String pointer, Faults faults) {
    return switch (kind) {
      case TEXT -> text(json, pointer, faults);
      case WORD -> word(json, pointer, faults);
      case WHOLE_NUMBER -> whole(json, pointer, faults);
      case NUMBER -> number(json, pointer, faults);
      case DAY -> day(json, pointer, faults);
      case EDTF -> edtf(json, pointer, faults);
      case WEB_ADDRESS -> address(json, pointer, faults);
      case NAMES -> names(json, pointer, faults);
    };
  }

  private @Nullable String text(JsonNode json, String pointer, Faults faults) {
    if (!json.isString()) {
      faults.add(pointer, "\"" + name + "\" is a text.", null);
      return null;
    }
    String text = json.asString().strip();
    if (text.length() > most) {
      faults.add(
          pointer,
          "\"" + name + "\" has " + text.length() + " characters; " + most + " are possible.",
          null);
      return null;
    }
    boolean control =
        text.codePoints()
            .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    if (control || hasLoneSurrogate(text)) {
      faults.add(pointer, "\"" + name + "\" has characters that are no text.", null);
      return null;
    }
    if (name.equals("iso3") && !ISO3.matcher(text).matches()) {
      faults.add(pointer, "\"iso3\" is a code of three capital letters.", "For example MLI.");
      return null;
    }
    return text;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private @Nullable String word(JsonNode json, String pointer, Faults faults) {
    String given = json.isString() ? json.asString() : "";
    if (values.contains(given)) {
      return given;
    }
    faults.add(
        pointer,
        json.isString()
            ? "\"" + name + "\" cannot be \"" + excerpt(given) + "\"."
            : "\"" + name + "\" is a word.",
        values.stream()
            .filter(value -> value.equalsIgnoreCase(given.strip()))
            .findFirst()
            .map(value -> "Did you mean \"" + value + "\"?")
            .orElse("There are: " + String.join(", ", values) + "."));
    return null;
  }

  private @Nullable Integer whole(JsonNode json, String pointer, Faults faults) {
    double value = json.isNumber() ? json.doubleValue() : Double.NaN;
    if (value == Math.rint(value) && value >= least && value <= most) {
      return (int) value;
    }
    faults.add(
        pointer, "\"" + name + "\" is a whole number from " + least + " to " + most + ".", null);
    return null;
  }

  private @Nullable Double number(JsonNode json, String pointer, Faults faults) {
    double value = json.isNumber() ? json.doubleValue() : Double.NaN;
    if (value > 0 && value <= most) {
      return value;
    }
    faults.add(pointer, "\"" + name + "\" is a number greater than 0, up to " + most + ".", null);
    return null;
  }

  private @Nullable String day(JsonNode json, String pointer, Faults faults) {
    try {
      if (json.isString()) {
        return LocalDate.parse(json.asString()).toString();
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    faults.add(
        pointer,
        "\"" + name + "\" is a day.",
        "For example 2022-05-01; what is known less exactly goes into event_date_edtf.");
    return null;
  }

  private @Nullable String edtf(JsonNode json, String pointer, Faults faults) {
    if (json.isString() && Edtf.parse(json.asString()).isPresent()) {
      return json.asString();
    }
    faults.add(
        pointer,
        "\"" + name + "\" is a date in Extended Date/Time Format.",
        "For example 2022, 2022-05~ or 2022-05-01/2022-05-03.");
    return null;
  }

  private @Nullable String address(JsonNode json, String pointer, Faults faults) {
    String given = json.isString() ? json.asString().strip() : "";
    try {
      URI uri = new URI(given);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && given.length() <= most) {
        return given;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    faults.add(
        pointer, "\"" + name + "\" is a web address.", "It starts with https:// or http://.");
    return null;
  }

  private @Nullable Map<String, String> names(JsonNode json, String pointer, Faults faults) {
    if (!json.isObject() || json.size() > 100) {
      faults.add(
          pointer, "\"names\" is an object of up to 100 names.", "For example {\"fr\": \"Gao\"}.");
      return null;
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String at = pointer + '/' + member.getKey().replace("~", "~0").replace("/", "~1");
      if (!member.getKey().matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
        faults.add(at, "This is not a language tag.", "For example fr, ar or bm.");
        return null;
      }
      String value = text(member.getValue(), at, faults);
      if (value == null) {
        return null;
      }
      names.put(member.getKey(), value);
    }
    return names;
  }

  /** Returns what could be entered, in words. */
  String hint() {
    return values.isEmpty() ? description : "There are: " + String.join(", ", values) + ".";
  }

  private static String excerpt(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "\u2026";
  }
}
