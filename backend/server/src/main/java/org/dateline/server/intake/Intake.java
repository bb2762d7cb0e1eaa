package org.dateline.server.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dateline.server.location.Entered;
import org.dateline.server.location.Entry;
import org.dateline.server.location.Fault;
import org.dateline.server.location.Faults;
import org.dateline.server.notation.Decimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file holds: the rows that can be kept, and those that cannot, each with its line and
 * reason.
 *
 * @param format "CSV", "GeoJSON", "KML", "KMZ" or "GPX"
 * @param details how it was understood: charset, delimiter
 * @param columns the property of each of the file's names, null for those that are left out
 * @param good in the order of the file
 * @param rejected in the order of the file
 */
public record Intake(
    String format,
    List<String> details,
    Map<String, @Nullable String> columns,
    List<Entered> good,
    List<Rejected> rejected) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Days as people and programs write them; day before month, where letters or dots say so. */
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT));

  /**
   * A row that cannot be kept.
   *
   * @param line where it starts in the file, from 1; in GeoJSON its place in the collection
   * @param reasons what is wrong; pointers are into the feature that the row would be
   */
  public record Rejected(long line, List<Fault> reasons) {}

  /**
   * Reads a file. Works hard; not for the event loop.
   *
   * @param columns which column is which property, as {@code columns=Ort:location,Nr:-} says it;
   *     null to guess all
   * @param defaults values by property name for rows that have none
   * @param maxRows the most rows it may have
   * @throws org.dateline.server.problem.ProblemException telling line and reason when the file
   *     cannot be read at all
   */
  public static Intake of(
      byte[] file, @Nullable String columns, Map<String, String> defaults, int maxRows) {
    Columns known = Columns.of(columns);
    ReadFile read = Formats.read(file, known, maxRows);
    Map<String, @Nullable String> properties = new LinkedHashMap<>();
    read.columns().forEach(column -> properties.put(column, known.propertyOf(column)));
    List<Entered> good = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (Row row : read.rows()) {
      Faults faults = new Faults();
      Optional<Entered> entered = Entered.check(feature(row, properties, defaults), faults);
      if (row.noGeometry() != null) {
        List<Fault> reasons = new ArrayList<>();
        reasons.add(new Fault("/geometry", row.noGeometry(), null));
        faults.found().stream()
            .filter(fault -> !fault.pointer().startsWith("/geometry"))
            .forEach(reasons::add);
        rejected.add(new Rejected(row.line(), reasons));
      } else if (entered.isPresent()) {
        good.add(entered.get());
      } else {
        rejected.add(new Rejected(row.line(), faults.found()));
      }
    }
    return new Intake(read.format(), read.details(), properties, good, rejected);
  }

  private static JsonNode feature(
      Row row, Map<String, @Nullable String> properties, Map<String, String> defaults) {
    ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
    feature.set("geometry", row.geometry() == null ? JSON.nullNode() : row.geometry());
    ObjectNode values = feature.putObject("properties");
    row.values()
        .forEach(
            (column, value) -> {
              String property = properties.get(column);
              Entry entry = property == null ? null : Entry.BY_NAME.get(property);
              // The first of several columns that mean the same counts.
              if (entry != null && !values.has(entry.name())) {
                values.set(entry.name(), typed(entry, value));
              }
            });
    defaults.forEach(
        (property, value) -> {
          if (!values.has(property)) {
            values.put(property, value);
          }
        });
    return feature;
  }

  /** What files write as text, as the property has it; left as it is where that is not possible. */
  private static JsonNode typed(Entry entry, JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    return switch (entry.kind()) {
      case WHOLE_NUMBER, NUMBER -> number(text).orElse(value);
      case DAY -> day(text).map(JSON::<JsonNode>valueToTree).orElse(value);
      case TEXT ->
          value.isNumber() || value.isBoolean() ? JSON.valueToTree(value.asString()) : value;
      case WORD ->
          entry.values().stream()
              .filter(word -> word.equalsIgnoreCase(text))
              .findFirst()
              .map(JSON::<JsonNode>valueToTree)
              .orElse(value);
      default -> value;
    };
  }

  private static Optional<JsonNode> number(String text) {
    return Optional.ofNullable(Decimal.parse(text.replace(',', '.')))
        .map(number -> JsonNodeFactory.instance.numberNode(number.doubleValue()));
  }

  private static Optional<String> day(String text) {
    String date = text.length() > 10 && text.charAt(4) == '-' ? text.substring(0, 10) : text;
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(date, format).toString());
      } catch (DateTimeParseException e) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }
}
