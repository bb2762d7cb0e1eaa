package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.place.Distance;
import org.dateline.geoparser.place.Precision;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.ReportText;
import org.dateline.geoparser.text.Token;
import org.jspecify.annotations.Nullable;

/** Tells which layer each place falls into, by the words around its mentions. */
final class LayerRules {

  private static final Map<Layer, WordClass> CUES =
      Map.of(
          Layer.FIGHTING, WordClass.FIGHTING,
          Layer.DISPLACEMENT, WordClass.DISPLACEMENT,
          Layer.SUPPLY, WordClass.SUPPLY,
          Layer.SCENES, WordClass.SCENES);

  /** What is said of a place's outskirts or surroundings is said of another place. */
  private static final Set<String> RELATIONS =
      Set.of(
          "outskirts",
          "suburbs",
          "périphérie",
          "environs",
          "alentours",
          "edge",
          "kilometres",
          "kilometers",
          "km",
          "miles");

  /** Places further apart than this are not read off one map. */
  private static final double STORY_KM = 1500;

  private static final Set<String> FROM = Set.of("from", "depuis", "of", "de");

  private final ReportText text;
  private final SentenceMentions bySentence;
  private final List<Movement> movements;
  private final Focus focus;

  LayerRules(ReportText text, SentenceMentions bySentence, List<Movement> movements, Focus focus) {
    this.text = text;
    this.bySentence = bySentence;
    this.movements = movements;
    this.focus = focus;
  }

  /** What one mention says: the layer its words speak for, how strongly, and the word that does. */
  private record Reading(
      Mention mention, @Nullable Layer layer, double strength, @Nullable String cue) {}

  List<PlaceFinding> places(List<Mention> mentions) {
    Map<String, List<Mention>> byReferent = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      Referent referent = mention.referent();
      if (referent != null) {
        byReferent.computeIfAbsent(referent.id(), k -> new ArrayList<>()).add(mention);
      }
    }
    List<PlaceFinding> findings = new ArrayList<>();
    for (List<Mention> group : byReferent.values()) {
      findings.add(finding(group));
    }
    return findings;
  }

  private PlaceFinding finding(List<Mention> mentions) {
    Referent referent = mentions.get(0).referent();
    if (referent == null) {
      throw new IllegalStateException("a group of mentions has a referent");
    }
    Movement end = movementEnd(referent);
    List<Reading> readings = mentions.stream().map(this::read).toList();
    boolean area = isArea(referent);
    boolean wide =
        referent.precision() == Precision.COUNTRY
            || referent.precision() == Precision.SUPRANATIONAL;
    boolean only = mentions.stream().allMatch(m -> m.kind() == MentionKind.METONYMIC);
    boolean never =
        mentions.stream()
            .allMatch(
                m ->
                    m.kind() == MentionKind.DEMONYM
                        || m.kind() == MentionKind.METONYMIC
                        || m.kind() == MentionKind.EMBEDDED);
    if (wide || never) {
      boolean metonym = only && !wide;
      return plain(
          referent,
          metonym ? Layer.METONYMS : Layer.CONTEXT,
          metonym ? FeatureRole.METONYM : FeatureRole.CONTEXT,
          mentions);
    }
    if (end != null) {
      return movementEnd(referent, end, mentions, readings);
    }
    EnumMap<Layer, Double> sums = new EnumMap<>(Layer.class);
    for (Reading each : readings) {
      if (each.layer() != null) {
        sums.merge(each.layer(), each.strength(), Double::sum);
      }
    }
    Layer best =
        sums.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best == null) {
      boolean here =
          !focus.countries().isEmpty() && referent.countries().contains(focus.countries().get(0));
      boolean scene = here && !area && !compared(mentions.get(0));
      return scene
          ? found(referent, Layer.SCENES, FeatureRole.SCENE, mentions, mentions.get(0), null, true)
          : plain(referent, Layer.CONTEXT, FeatureRole.CONTEXT, mentions);
    }
    Reading evidence =
        readings.stream()
            .filter(r -> r.layer() == best)
            .max((a, b) -> Double.compare(a.strength(), b.strength()))
            .orElseThrow();
    FeatureRole role =
        area ? FeatureRole.AREA : best == Layer.SCENES ? FeatureRole.SCENE : FeatureRole.PLACE;
    return found(referent, best, role, mentions, evidence.mention(), evidence.cue(), true);
  }

  private static boolean isArea(Referent referent) {
    return switch (referent.precision()) {
      case REGION, VAGUE, DISTRICT, NATURAL -> true;
      default -> false;
    };
  }

  private @Nullable Movement movementEnd(Referent referent) {
    for (Movement movement : movements) {
      if (referent.equals(movement.from().referent())
          || referent.equals(movement.to().referent())) {
        return movement;
      }
    }
    return null;
  }

  private PlaceFinding movementEnd(
      Referent referent, Movement movement, List<Mention> mentions, List<Reading> readings) {
    Layer layer = movement.type() == MovementType.DISPLACEMENT ? Layer.DISPLACEMENT : Layer.SUPPLY;
    boolean origin = referent.equals(movement.from().referent());
    Mention evidence = origin ? movement.from() : movement.to();
    double other = 0;
    for (Reading each : readings) {
      if (each.layer() != null && each.layer() != layer && !each.mention().equals(evidence)) {
        other += each.strength();
      }
    }
    // A place that the story is about keeps its own layer though something also came from it.
    if (other > 2.2) {
      EnumMap<Layer, Double> sums = new EnumMap<>(Layer.class);
      readings.forEach(
          r -> {
            if (r.layer() != null) {
              sums.merge(r.layer(), r.strength(), Double::sum);
            }
          });
      Layer best =
          sums.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(layer);
      Reading strongest =
          readings.stream()
              .filter(r -> r.layer() == best)
              .max((a, b) -> Double.compare(a.strength(), b.strength()))
              .orElse(readings.get(0));
      if (best != layer) {
        return found(
            referent,
            best,
            best == Layer.SCENES ? FeatureRole.SCENE : FeatureRole.PLACE,
            mentions,
            strongest.mention(),
            strongest.cue(),
            true);
      }
    }
    boolean near = isNear(referent, origin ? movement.to().referent() : movement.from().referent());
    return found(
        referent,
        layer,
        origin ? FeatureRole.ORIGIN : FeatureRole.DESTINATION,
        mentions,
        evidence,
        movement.cue(),
        near);
  }

  /**
   * Whether a movement's end belongs to the story's own area; a far one is only where the line
   * leads.
   */
  private boolean isNear(Referent end, @Nullable Referent other) {
    boolean home =
        !focus.countries().isEmpty() && end.countries().contains(focus.countries().get(0));
    return home
        || (other != null
            && Distance.km(end.lon(), end.lat(), other.lon(), other.lat()) < STORY_KM);
  }

  private PlaceFinding plain(
      Referent referent, Layer layer, FeatureRole role, List<Mention> mentions) {
    Mention evidence =
        mentions.stream()
            .filter(m -> m.kind() == MentionKind.LITERAL)
            .findFirst()
            .orElse(mentions.get(0));
    return new PlaceFinding(
        referent, layer, role, mentions, evidence, null, null, false, false, null, null);
  }

  private PlaceFinding found(
      Referent referent,
      Layer layer,
      FeatureRole role,
      List<Mention> mentions,
      Mention evidence,
      @Nullable String cue,
      boolean drawn) {
    String description = null;
    boolean sensitive = false;
    for (Mention mention : mentions) {
      String words = apposition(mention);
      if (description == null && words != null) {
        description = words;
      }
      sensitive |= isSite(mention, words);
    }
    EventType event = EventType.of(text, layer, bySentence.of(evidence));
    return new PlaceFinding(
        referent,
        layer,
        role,
        mentions,
        evidence,
        event.type(),
        event.subType(),
        drawn,
        sensitive,
        description,
        cue);
  }

  /** The words behind a name that say what it is: ", a refugee camp on the outskirts of Bamako". */
  private @Nullable String apposition(Mention mention) {
    SentenceMentions.Placed placed = bySentence.of(mention);
    int comma = placed.end();
    String article = text.lower(comma + 1, placed.first());
    if (!text.lower(comma, placed.first()).equals(",")
        || !Set.of("a", "an", "the", "un", "une", "le", "la").contains(article)) {
      return null;
    }
    int end = comma + 1;
    while (text.sameSentence(end, placed.first())
        && end < comma + 14
        && !Set.of(",", ".", ";", ":", "—", "!", "?", ")")
            .contains(text.tokens().get(end).form())) {
      end++;
    }
    return end - comma < 3
        ? null
        : text.text()
            .substring(text.tokens().get(comma + 1).start(), text.tokens().get(end - 1).end());
  }

  /** Whether a mention is of a camp or shelter, by its apposition or the words that adjoin it. */
  private boolean isSite(Mention mention, @Nullable String apposition) {
    SentenceMentions.Placed placed = bySentence.of(mention);
    if (apposition != null && headIsSite(apposition)) {
      return true;
    }
    for (int at : new int[] {placed.end(), placed.end() + 1}) {
      if (text.lexicon().is(WordClass.DISPLACEMENT_SITE, text.lower(at, placed.first()))
          && isCamp(at, placed.first())) {
        return true;
      }
    }
    String before = text.lower(placed.first() - 1, placed.first());
    int noun =
        FROM.contains(before) || before.equals("at") || before.equals("in") || before.equals("à")
            ? placed.first() - 2
            : placed.first() - 1;
    return isCamp(noun, placed.first());
  }

  private boolean isCamp(int at, int sentence) {
    return Set.of("camp", "camps", "shelter", "shelters", "site", "sites", "abri")
        .contains(text.lower(at, sentence));
  }

  private static boolean headIsSite(String words) {
    return words.matches("(?iu).*\\b(camp|camps|shelter|site (for|de)|abri)\\b.*");
  }

  private boolean compared(Mention mention) {
    SentenceMentions.Placed placed = bySentence.of(mention);
    return text.lexicon().is(WordClass.COMPARE, text.lower(placed.first() - 1, placed.first()));
  }

  private Reading read(Mention mention) {
    SentenceMentions.Placed placed = bySentence.of(mention);
    boolean relation =
        FROM.contains(text.lower(placed.first() - 1, placed.first()))
            && RELATIONS.contains(text.lower(placed.first() - 2, placed.first()));
    if (!(mention.kind() == MentionKind.LITERAL || mention.kind() == MentionKind.VAGUE)
        || relation
        || compared(mention)) {
      return new Reading(mention, null, 0, null);
    }
    int sentence = text.sentenceOf(placed.first());
    EnumMap<Layer, Double> sums = new EnumMap<>(Layer.class);
    EnumMap<Layer, String> words = new EnumMap<>(Layer.class);
    EnumMap<Layer, Double> nearest = new EnumMap<>(Layer.class);
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      if (i >= placed.first() && i < placed.end()) {
        continue;
      }
      Token token = text.tokens().get(i);
      for (Map.Entry<Layer, WordClass> cue : CUES.entrySet()) {
        if (!text.lexicon().is(cue.getValue(), token.lower()) || negated(i, sentence)) {
          continue;
        }
        int distance = i < placed.first() ? placed.first() - i : i - placed.end() + 1;
        double strength = 1 / (1 + distance / 8.0) * (cue.getKey() == Layer.SCENES ? 0.8 : 1);
        sums.merge(cue.getKey(), strength, Double::sum);
        if (strength > nearest.getOrDefault(cue.getKey(), 0.0)) {
          nearest.put(cue.getKey(), strength);
          words.put(cue.getKey(), token.form());
        }
      }
    }
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(best -> new Reading(mention, best.getKey(), best.getValue(), words.get(best.getKey())))
        .orElse(new Reading(mention, null, 0, null));
  }

  /** Whether one of the three words before says that it did not happen. */
  private boolean negated(int at, int sentence) {
    for (int i = Math.max(text.firstToken(sentence), at - 3); i < at; i++) {
      if (Set.of("no", "without", "aucun", "aucune", "sans", "never")
          .contains(text.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
