package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.mention.Context;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/** A text with its mentions and cues laid out by sentence, for the rules that read findings. */
final class Story {

  private final Document document;
  private final Focus focus;
  private final List<PlacedMention> mentions = new ArrayList<>();
  private final Map<Mention, PlacedMention> placed = new IdentityHashMap<>();
  private final List<List<PlacedMention>> bySentence = new ArrayList<>();
  private final List<List<CueHit>> cuesBySentence = new ArrayList<>();

  Story(Document document, List<Mention> all, Focus focus) {
    this.document = document;
    this.focus = focus;
    for (int s = 0; s < document.sentences().size(); s++) {
      bySentence.add(new ArrayList<>());
      cuesBySentence.add(new ArrayList<>());
    }
    int token = 0;
    int covered = 0;
    for (Mention mention : all) {
      while (document.token(token).end() <= mention.span().start()) {
        token++;
      }
      int end = token + 1;
      while (end < document.size() && document.token(end).start() < mention.span().end()) {
        end++;
      }
      PlacedMention each = new PlacedMention(mention, token, end, end <= covered);
      covered = Math.max(covered, end);
      mentions.add(each);
      placed.put(mention, each);
      bySentence.get(document.sentenceIndexOf(token)).add(each);
    }
    for (CueHit hit : CueTable.of(document.language()).find(document)) {
      cuesBySentence.get(document.sentenceIndexOf(hit.first())).add(hit);
    }
  }

  Document document() {
    return document;
  }

  Focus focus() {
    return focus;
  }

  List<PlacedMention> mentions() {
    return mentions;
  }

  PlacedMention placed(Mention mention) {
    return Objects.requireNonNull(placed.get(mention));
  }

  List<PlacedMention> inSentence(int sentence) {
    return bySentence.get(sentence);
  }

  List<CueHit> cuesIn(int sentence) {
    return cuesBySentence.get(sentence);
  }

  boolean has(int sentence, CueKind kind) {
    for (CueHit hit : cuesIn(sentence)) {
      if (hit.cue().kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** "1,200 Somalis": a people in the plural. */
  boolean namesAPeople(int sentence) {
    for (PlacedMention each : inSentence(sentence)) {
      boolean people = each.mention().kind() == MentionKind.DEMONYM;
      if (people
          && each.mention().text().endsWith("s")
          && document.token(each.first()).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /** How a place hangs on the words before it. */
  enum Link {
    FROM,
    TO,
    IN,
    BETWEEN,
    /** It is the object of what stands directly before: "fled Gao". */
    DIRECT,
    OF,
    NONE
  }

  /**
   * Returns the index of the word that governs a mention, with "the town of" and the other members
   * of a list it stands in passed over; -1 when there is none.
   */
  int governorOf(PlacedMention mention) {
    int at = mention.first();
    for (int steps = 0; steps < 6; steps++) {
      int governor = Context.governor(document, at);
      if (governor < 0) {
        return -1;
      }
      Token word = document.token(governor);
      boolean noun = isPlaceNoun(word);
      boolean nounOf =
          word.is(WordClass.OF)
              && governor > 0
              && document.sameSentence(governor, governor - 1)
              && isPlaceNoun(document.token(governor - 1));
      if (nounOf) {
        at = governor - 1;
      } else if (noun) {
        at = governor;
      } else if (word.is(WordClass.COMPASS) || word.lower().equals("nearby")) {
        at = governor;
      } else {
        return governor;
      }
    }
    return -1;
  }

  private static boolean isPlaceNoun(Token token) {
    return token.shape() == Shape.LOWER
        && (token.is(WordClass.TOWN)
            || token.is(WordClass.REGION)
            || token.is(WordClass.DISTRICT)
            || token.is(WordClass.QUARTER)
            || token.is(WordClass.AREA)
            || token.is(WordClass.OUTSKIRTS)
            || token.is(WordClass.CAPITAL)
            || token.is(WordClass.CAMP)
            || token.is(WordClass.ISLAND));
  }

  /** Returns how a mention hangs on the word before it. */
  Link linkOf(PlacedMention mention) {
    int governor = governorOf(mention);
    if (governor < 0) {
      return Link.NONE;
    }
    Token word = document.token(governor);
    boolean french = document.language().equals("fr");
    if (word.is(WordClass.BETWEEN)) {
      return Link.BETWEEN;
    }
    if (word.is(WordClass.FROM) && (!french || !word.is(WordClass.OF))) {
      return Link.FROM;
    }
    if (word.is(WordClass.OF)) {
      return Link.OF;
    }
    if (word.is(WordClass.LOCATIVE) && !(word.is(WordClass.TO) && isToward(word))) {
      return Link.IN;
    }
    if (word.is(WordClass.TO)) {
      return Link.TO;
    }
    return Link.DIRECT;
  }

  private boolean isToward(Token word) {
    return document.language().equals("fr")
        ? word.lower().equals("vers") || word.lower().startsWith("jusqu")
        : !word.lower().equals("in");
  }
}
