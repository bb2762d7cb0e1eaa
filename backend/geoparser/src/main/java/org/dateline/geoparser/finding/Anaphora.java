package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.geoparser.finding.PlacedMention.Manner;
import org.dateline.geoparser.place.Referent;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Sentence;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a text goes on about a place without its name: "there", "the town", or with nothing
 * at all, where the next sentence of a paragraph names no place of its own.
 */
final class Anaphora {

  /** A place is remembered over so many sentences that name no other. */
  private static final int MEMORY = 3;

  private final Story story;
  private final Document document;
  private final List<Optional<PlacedMention>> topics = new ArrayList<>();
  private @Nullable Told topic;
  private @Nullable Told town;

  Anaphora(Story story) {
    this.story = story;
    this.document = story.document();
  }

  /** A place with the sentence that last named it. */
  private record Told(PlacedMention place, int sentence) {}

  /** Returns where the text takes up places again; to be called once. */
  List<PlacedMention> find() {
    List<PlacedMention> found = new ArrayList<>();
    Told goal = null;
    int paragraph = 0;
    for (int s = 0; s < document.sentences().size(); s++) {
      Sentence sentence = document.sentences().get(s);
      if (document.token(sentence.first()).breaks() > 1) {
        paragraph = s;
      }
      int before = found.size();
      for (CueHit hit : story.cuesIn(s)) {
        boolean there = hit.cue().kind() == CueKind.THERE && !isExistential(hit.first());
        PlacedMention place = there ? antecedent(s, hit.first(), goal) : null;
        if (place != null) {
          found.add(place.again(hit.first(), hit.end(), Manner.ADVERB));
        }
      }
      for (int i = sentence.first() + 1; i < sentence.end(); i++) {
        PlacedMention place = isTheTown(i) ? antecedent(s, i, town) : null;
        if (place != null) {
          found.add(place.again(i - 1, i + 1, Manner.NOUN));
        }
      }
      boolean silent =
          found.size() == before && story.inSentence(s).stream().noneMatch(PlacedMention::isSite);
      boolean same = topic != null && topic.sentence() >= paragraph;
      PlacedMention implied = silent && same ? fresh(topic, s) : null;
      if (implied != null) {
        found.add(implied.again(sentence.first(), sentence.first(), Manner.IMPLIED));
      }
      if (found.size() > before && found.get(before).manner() != Manner.IMPLIED) {
        topic = new Told(found.get(before), s);
      }
      goal = tell(s, goal);
      topics.add(Optional.ofNullable(fresh(topic, s)));
    }
    return found;
  }

  /** Returns the place that the text is at when a sentence ends, for each sentence. */
  List<Optional<PlacedMention>> topics() {
    return topics;
  }

  /** Returns the place told of unless that was too long ago. */
  private static @Nullable PlacedMention fresh(@Nullable Told told, int sentence) {
    return told != null && sentence - told.sentence() <= MEMORY ? told.place() : null;
  }

  /**
   * Remembers the places of a sentence: the first where it is, not where it comes from.
   *
   * @param goal where something went before
   * @return where something went, or where it is
   */
  private @Nullable Told tell(int sentence, @Nullable Told goal) {
    PlacedMention first = null;
    PlacedMention firstTown = null;
    PlacedMention to = null;
    for (PlacedMention each : story.inSentence(sentence)) {
      if (each.isUntold() && first == null && to == null) {
        // What follows may be said of a place that nobody could tell.
        topic = null;
        town = null;
        return null;
      }
      if (!each.isSite() || story.isDateline(each)) {
        continue;
      }
      switch (story.linkOf(each)) {
        case TO -> to = each;
        case FROM -> {}
        default -> {
          first = first == null ? each : first;
          firstTown = firstTown == null && isTown(each) ? each : firstTown;
        }
      }
    }
    topic = first == null ? topic : new Told(first, sentence);
    town = firstTown == null ? town : new Told(firstTown, sentence);
    PlacedMention last = to == null ? first : to;
    return last == null ? goal : new Told(last, sentence);
  }

  /** Returns the place meant by a word: one named before it in its sentence, or the one told of. */
  private @Nullable PlacedMention antecedent(int sentence, int token, @Nullable Told told) {
    PlacedMention last = null;
    for (PlacedMention each : story.inSentence(sentence)) {
      boolean fits = told != town || isTown(each);
      if (each.end() <= token && each.isSite() && fits && !story.isDateline(each)) {
        last = each;
      }
    }
    return last == null ? fresh(told, sentence) : last;
  }

  private static boolean isTown(PlacedMention mention) {
    Referent referent = mention.mention().referent();
    return referent != null && referent.featureCode().startsWith("P");
  }

  /** "there was", "il y a", "y compris". */
  private boolean isExistential(int i) {
    Token next = document.token(Math.min(i + 1, document.size() - 1));
    if (!document.language().equals("fr")) {
      return next.is(WordClass.BE) || next.is(WordClass.MODAL) || next.is(WordClass.HAVE);
    }
    String before = i == 0 ? "" : document.token(i - 1).lower();
    return next.is(WordClass.LIKE)
        || next.lower().equals("compris")
        || (before.equals("il") || before.equals("n'")) && next.is(WordClass.HAVE);
  }

  /** "the town", not "the town of" and not "the towns". */
  private boolean isTheTown(int i) {
    Token noun = document.token(i);
    return noun.is(WordClass.TOWN)
        && !noun.isCapitalised()
        && !noun.lower().endsWith("s")
        && document.sameSentence(i, i - 1)
        && isDefinite(document.token(i - 1))
        && !(document.sameSentence(i, i + 1)
            && (document.is(i + 1, WordClass.OF) || document.token(i + 1).isCapitalised()));
  }

  private static boolean isDefinite(Token token) {
    return switch (token.lower()) {
      case "the", "this", "la", "le", "cette", "ce" -> true;
      default -> false;
    };
  }
}
