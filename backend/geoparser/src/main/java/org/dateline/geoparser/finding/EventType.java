package org.dateline.geoparser.finding;

import java.util.Set;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.text.ReportText;
import org.jspecify.annotations.Nullable;

/**
 * ACLED's terms for what a sentence says happened.
 *
 * @param type event type, null when none is stated
 * @param subType sub-event type, null when none is stated
 */
record EventType(@Nullable String type, @Nullable String subType) {

  private static final EventType NONE = new EventType(null, null);
  private static final Set<String> FROM_AIR =
      Set.of(
          "airstrike",
          "airstrikes",
          "drone",
          "drones",
          "bombed",
          "bombing",
          "bombardment",
          "frappe",
          "frappes",
          "bombardement",
          "bombardements");
  private static final Set<String> PLANTED = Set.of("mine", "ied", "engin");
  private static final Set<String> ABDUCTION =
      Set.of(
          "abducted", "kidnapped", "kidnapping", "kidnappings", "enlevé", "enlevés", "enlèvement");
  private static final Set<String> TAKEN =
      Set.of("captured", "seized", "seize", "overran", "overrun", "prise", "capturé");

  static EventType of(ReportText text, Layer layer, SentenceMentions.Placed evidence) {
    int sentence = text.sentenceOf(evidence.first());
    if (layer == Layer.SCENES) {
      return has(text, sentence, WordClass.PROTEST)
          ? new EventType("Protests", "Peaceful protest")
          : NONE;
    }
    if (layer != Layer.FIGHTING) {
      return NONE;
    }
    if (has(text, sentence, WordClass.REMOTE)) {
      return new EventType(
          "Explosions/Remote violence",
          any(text, sentence, FROM_AIR)
              ? "Air/drone strike"
              : any(text, sentence, PLANTED)
                  ? "Remote explosive/landmine/IED"
                  : "Shelling/artillery/missile attack");
    }
    if (has(text, sentence, WordClass.BATTLE)) {
      return new EventType(
          "Battles",
          any(text, sentence, TAKEN) ? "Non-state actor overtakes territory" : "Armed clash");
    }
    if (has(text, sentence, WordClass.CIVILIAN_VIOLENCE)) {
      return new EventType(
          "Violence against civilians",
          any(text, sentence, ABDUCTION) ? "Abduction/forced disappearance" : "Attack");
    }
    return NONE;
  }

  private static boolean has(ReportText text, int sentence, WordClass words) {
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      if (text.lexicon().is(words, text.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(ReportText text, int sentence, Set<String> words) {
    for (int i = text.firstToken(sentence); i < text.endToken(sentence); i++) {
      if (words.contains(text.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
