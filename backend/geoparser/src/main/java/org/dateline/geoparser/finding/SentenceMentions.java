package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geoparser.lexicon.WordClass;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.ReportText;

/** The mentions of a text by sentence, with the tokens they cover. */
final class SentenceMentions {

  /**
   * A mention and its tokens.
   *
   * @param first index of the first token
   * @param end index after the last
   */
  record Placed(Mention mention, int first, int end) {

    /** Whether it names a place where something can happen, more exactly than a country. */
    boolean isSite() {
      if (mention.referent() == null
          || mention.kind() == MentionKind.DEMONYM
          || mention.kind() == MentionKind.METONYMIC
          || mention.kind() == MentionKind.EMBEDDED) {
        return false;
      }
      return switch (mention.referent().precision()) {
        case COUNTRY, SUPRANATIONAL -> false;
        default -> true;
      };
    }
  }

  private final ReportText text;
  private final List<List<Placed>> sentences = new ArrayList<>();
  private final Map<Mention, Placed> placed = new HashMap<>();

  SentenceMentions(ReportText text, List<Mention> mentions) {
    this.text = text;
    for (int s = 0; s < text.sentences().size(); s++) {
      sentences.add(new ArrayList<>());
    }
    int token = 0;
    for (Mention mention : mentions) {
      while (text.tokens().get(token).start() > mention.span().start() && token > 0) {
        token--;
      }
      while (text.tokens().get(token).start() < mention.span().start()) {
        token++;
      }
      int end = token + 1;
      while (end < text.tokens().size() && text.tokens().get(end).start() < mention.span().end()) {
        end++;
      }
      Placed each = new Placed(mention, token, end);
      sentences.get(text.sentenceOf(token)).add(each);
      placed.put(mention, each);
    }
  }

  List<Placed> in(int sentence) {
    return sentences.get(sentence);
  }

  Placed of(Mention mention) {
    Placed found = placed.get(mention);
    if (found == null) {
      throw new IllegalArgumentException("not a mention of this text: " + mention.text());
    }
    return found;
  }

  /**
   * Returns the preposition before a mention, articles and "town of" passed over; "" when there is
   * none.
   */
  String preposition(Placed mention) {
    int at = mention.first() - 1;
    for (int steps = 0; steps < 4; steps++) {
      String word = text.lower(at, mention.first());
      boolean noun =
          text.lexicon().is(WordClass.UNIT_TOWN, word)
              || text.lexicon().is(WordClass.UNIT_REGION, word)
              || text.lexicon().is(WordClass.UNIT_DISTRICT, word);
      boolean ofNoun =
          (word.equals("of") || word.equals("de") || word.equals("du") || word.equals("d'"))
              && isUnitNoun(text.lower(at - 1, mention.first()));
      if (text.lexicon().is(WordClass.ARTICLE, word)
          || noun
          || ofNoun
          || word.equals("nearby")
          || word.equals("neighbouring")) {
        at--;
        continue;
      }
      return text.lexicon().is(WordClass.PREPOSITION, word) ? word : "";
    }
    return "";
  }

  private boolean isUnitNoun(String word) {
    return text.lexicon().is(WordClass.UNIT_TOWN, word)
        || text.lexicon().is(WordClass.UNIT_REGION, word)
        || text.lexicon().is(WordClass.UNIT_DISTRICT, word);
  }
}
