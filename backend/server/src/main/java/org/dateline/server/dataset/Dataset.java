package org.dateline.server.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.GeometryType;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An imported data set without its features.
 *
 * @param id of the collection it is
 * @param title for people
 * @param description what is in it, in a sentence
 * @param schema what its features have
 * @param features how many there are
 * @param version 1 for the first, one more with every change; goes on after a removal
 * @param createdBy name of who imported it
 * @param updatedAt when this version was imported
 */
public record Dataset(
    String id,
    String title,
    String description,
    Schema schema,
    int features,
    int version,
    String createdBy,
    Instant updatedAt) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Set<String> TAKEN = Set.of("places", "areas", "movements", "locations");
  private static final int LONGEST = 500;

  /**
   * What the features have, as it is kept.
   *
   * @param timeProperty the property that says when, null when none does
   */
  public record Schema(
      GeometryType geometry, List<PropertySchema> properties, @Nullable String timeProperty) {

    /** Returns the schema of the collection. */
    public CollectionSchema of(String id) {
      return new CollectionSchema(id, geometry, properties, timeProperty);
    }
  }

  /**
   * What whoever imports says of a data set, checked.
   *
   * @param title its id unless given
   * @param description null for one that is made
   */
  public record Label(String id, String title, @Nullable String description) {

    /**
     * Checks the words.
     *
     * @throws ProblemException naming the parameter that cannot be used
     */
    public static Label of(String id, @Nullable String title, @Nullable String description) {
      if (!ID.matcher(id).matches()) {
        throw ProblemException.parameter(
            "id",
            "\"" + excerpt(id) + "\" cannot be the id of a data set.",
            "Up to 64 letters of a to z, digits, hyphens and underscores, for example"
                + " id=health-sites.");
      }
      if (TAKEN.contains(id)) {
        throw ProblemException.parameter(
            "id", "\"" + id + "\" is the collection over all reports.", "Choose another id.");
      }
      return new Label(
          id,
          title == null || title.isBlank() ? id : words("title", title),
          description == null || description.isBlank() ? null : words("description", description));
    }

    private static String words(String name, String text) {
      String words = text.strip();
      if (words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
        throw ProblemException.parameter(
            name,
            "The "
                + name
                + " is longer than "
                + LONGEST
                + " characters or has characters that are"
                + " no text.",
            "Say it in a sentence.");
      }
      return words;
    }

    private static String excerpt(String text) {
      return text.length() <= 60 ? text : text.substring(0, 60) + "\u2026";
    }
  }
}
