package org.dateline.server.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.server.feature.Feature.Status;
import org.dateline.server.problem.ProblemException;
import org.dateline.server.problem.ProblemType;
import org.dateline.server.report.Decision;
import org.dateline.server.report.Decision.OwnPlace;
import org.dateline.server.report.ReportMention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an editor decides on a mention: a merge patch (RFC 7396) with the names that the mention
 * has. What is not in it stays as it was decided before; null takes it back.
 */
final class DecisionPatch {

  private static final List<String> MEMBERS =
      List.of(
          "status",
          "gazetteer_id",
          "own_place",
          "kind",
          "layer",
          "feature_role",
          "sensitivity",
          "text",
          "apply_to");

  private static final int LONGEST_NAME = 200;

  private static final List<Status> STATUSES =
      List.of(Status.VERIFIED, Status.REJECTED, Status.NOT_IDENTIFIABLE, Status.UNVERIFIED);

  private final JsonNode patch;

  private DecisionPatch(JsonNode patch) {
    this.patch = patch;
  }

  /**
   * Takes a patch.
   *
   * @throws ProblemException naming a member that there is not, or one whose value cannot be used
   */
  static DecisionPatch of(JsonNode patch, Gazetteer gazetteer) {
    for (String name : patch.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        throw invalid(
            name, "There is nothing to decide as \"" + name + "\".", "There are: " + MEMBERS + ".");
      }
    }
    DecisionPatch read = new DecisionPatch(patch);
    read.status();
    read.word("kind", MentionKind.values());
    read.word("layer", Layer.values());
    read.word("feature_role", FeatureRole.values());
    read.oneOf("sensitivity", List.of("public", "limited"));
    read.oneOf("apply_to", List.of("this", "identical"));
    String place = read.text("gazetteer_id");
    if (place != null && gazetteer.byId(place).isEmpty()) {
      throw invalid(
          "gazetteer_id",
          "The gazetteer has no place \"" + place + "\".",
          "Search it with /api/places?q=NAME; a place that it lacks is added by \"gazetteer"
              + " import\".");
    }
    boolean own = read.ownPlace() != null;
    if (own && place != null) {
      throw invalid(
          "own_place", "It is a place of the gazetteer or one of your own, not both.", null);
    }
    if ((own || place != null) && read.status() != null && read.status() != Status.VERIFIED) {
      throw invalid("status", "A place is chosen, so that the mention is \"verified\".", null);
    }
    return read;
  }

  /** Returns whether every mention with the same words is meant. */
  boolean identical() {
    return "identical".equals(text("apply_to"));
  }

  /** Returns the words that the client means, null when it does not say. */
  @Nullable String words() {
    return text("text");
  }

  /**
   * Returns the decision on a mention.
   *
   * @param before what was decided on it, null when nothing was
   */
  Decision on(ReportMention mention, @Nullable Decision before, String by) {
    Status status = status();
    String place =
        has("gazetteer_id") ? text("gazetteer_id") : before == null ? null : before.placeId();
    OwnPlace own =
        has("own_place")
            ? ownPlace()
            : before == null || text("gazetteer_id") != null ? null : before.ownPlace();
    if (own != null) {
      place = null;
    }
    if (status == null) {
      status =
          text("gazetteer_id") != null || has("own_place") && own != null
              ? Status.VERIFIED
              : before == null ? Status.UNVERIFIED : before.status();
    }
    if (status != Status.VERIFIED) {
      place = null;
      own = null;
    } else if (place == null && own == null) {
      place = mention.gazetteerId();
      if (mention.featureId() == null) {
        throw invalid(
            "status",
            "\"" + mention.text() + "\" has no place to be confirmed.",
            "Choose one with gazetteer_id.");
      }
    }
    return new Decision(
        mention.span(),
        mention.text(),
        status,
        place,
        own,
        has("kind") ? word("kind", MentionKind.values()) : before == null ? null : before.kind(),
        has("layer") ? word("layer", Layer.values()) : before == null ? null : before.layer(),
        has("feature_role")
            ? word("feature_role", FeatureRole.values())
            : before == null ? null : before.role(),
        has("sensitivity")
            ? sensitive(oneOf("sensitivity", List.of("public", "limited")))
            : before == null ? null : before.sensitive(),
        by);
  }

  private @Nullable OwnPlace ownPlace() {
    JsonNode value = patch.path("own_place");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String name = value.path("name").asString("").strip();
    JsonNode lon = value.path("lon");
    JsonNode lat = value.path("lat");
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw invalid(
          "own_place/name", "A place has a name of 1 to " + LONGEST_NAME + " characters.", null);
    }
    if (!lon.isNumber() || Math.abs(lon.asDouble()) > 180) {
      throw invalid("own_place/lon", "The longitude is a number from -180 to 180.", null);
    }
    if (!lat.isNumber() || Math.abs(lat.asDouble()) > 90) {
      throw invalid("own_place/lat", "The latitude is a number from -90 to 90.", null);
    }
    return new OwnPlace(name, lon.asDouble(), lat.asDouble());
  }

  private static @Nullable Boolean sensitive(@Nullable String word) {
    return word == null ? null : (Boolean) word.equals("limited");
  }

  private @Nullable Status status() {
    String word = oneOf("status", STATUSES.stream().map(DecisionPatch::lowerCase).toList());
    return word == null ? null : Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private boolean has(String name) {
    return patch.has(name);
  }

  private @Nullable String text(String name) {
    JsonNode value = patch.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw invalid(name, "\"" + name + "\" is a text.", null);
    }
    return value.asString();
  }

  private <E extends Enum<E>> @Nullable E word(String name, E[] values) {
    String word = oneOf(name, Stream.of(values).map(DecisionPatch::lowerCase).toList());
    return word == null
        ? null
        : Arrays.stream(values)
            .filter(value -> lowerCase(value).equals(word))
            .findFirst()
            .orElseThrow();
  }

  private @Nullable String oneOf(String name, List<String> words) {
    String word = text(name);
    if (word != null && !words.contains(word)) {
      throw invalid(
          name,
          "\""
              + name
              + "\" cannot be \""
              + Optional.of(word).filter(w -> w.length() < 60).orElse("...")
              + "\".",
          "There are: " + words.stream().collect(Collectors.joining(", ")) + ".");
    }
    return word;
  }

  private static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static ProblemException invalid(String name, String detail, @Nullable String hint) {
    return new ProblemException(ProblemType.INVALID_FEATURE, detail, "/" + name, hint);
  }
}
