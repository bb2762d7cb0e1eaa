package org.dateline.geoparser.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dateline.geoparser.Focus;
import org.dateline.geoparser.finding.PlacedMention.Manner;
import org.dateline.geoparser.mention.Context;
import org.dateline.geoparser.mention.Mention;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Span;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;
import org.jspecify.annotations.Nullable;

/** A text with its mentions, cues and dates laid out by sentence, for the rules that read it. */
final class Story {

  /** "from villages in the hills around Sake": no more words than this stand between. */
  private static final int LONGEST_DETOUR = 5;

  /** Where a report is from stands in one of its first sentences. */
  private static final int DATELINE_SENTENCES = 3;

  private static final int LONGEST_DATELINE = 9;

  private final Document document;
  private final Focus focus;
  private final List<PlacedMention> mentions = new ArrayList<>();
  private final Map<Mention, PlacedMention> placed = new IdentityHashMap<>();
  private final List<List<PlacedMention>> bySentence = new ArrayList<>();
  private final List<List<CueHit>> cuesBySentence = new ArrayList<>();
  private final List<List<DateFinder.Dated>> datesBySentence = new ArrayList<>();
  private final List<Optional<PlacedMention>> topics;
  private final Map<PlacedMention, Integer> governors = new IdentityHashMap<>();
  private final Map<PlacedMention, Link> links = new IdentityHashMap<>();

  Story(Document document, List<Mention> all, Focus focus, List<DateFinder.Dated> dates) {
    this.document = document;
    this.focus = focus;
    for (int s = 0; s < document.sentences().size(); s++) {
      bySentence.add(new ArrayList<>());
      cuesBySentence.add(new ArrayList<>());
      datesBySentence.add(new ArrayList<>());
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
      PlacedMention each = new PlacedMention(mention, token, end, end <= covered, Manner.NAMED);
      covered = Math.max(covered, end);
      mentions.add(each);
      placed.put(mention, each);
      bySentence.get(document.sentenceIndexOf(token)).add(each);
    }
    for (CueHit hit : CueTable.of(document.language()).find(document)) {
      if (!isWithinName(hit) && !isPartOfTitle(hit) && !isMonth(hit)) {
        cuesBySentence.get(document.sentenceIndexOf(hit.first())).add(hit);
      }
    }
    cuesBySentence.replaceAll(CueSense::read);
    for (DateFinder.Dated date : dates) {
      datesBySentence.get(document.sentenceIndexOf(date.first())).add(date);
    }
    Anaphora anaphora = new Anaphora(this);
    for (PlacedMention again : anaphora.find()) {
      mentions.add(again);
      bySentence.get(document.sentenceIndexOf(again.first())).add(again);
    }
    topics = anaphora.topics();
    bySentence.forEach(each -> each.sort(Comparator.comparingInt(PlacedMention::first)));
  }

  /** "the World Food Programme", "Red Army Street": within a sentence a capital makes a name. */
  private boolean isPartOfTitle(CueHit hit) {
    int first = hit.first();
    boolean opens =
        first == document.sentenceOf(first).first() || !document.token(first - 1).isWord();
    return !opens
        && document.token(first).shape() == Shape.CAPITAL
        && document.token(first - 1).shape() == Shape.CAPITAL
        && !document.is(first - 1, WordClass.FUNCTION);
  }

  /** "in May": not what may happen. */
  private boolean isMonth(CueHit hit) {
    Token token = document.token(hit.first());
    return token.is(WordClass.MONTH)
        && token.isCapitalised()
        && hit.first() != document.sentenceOf(hit.first()).first();
  }

  /** "Front", "War Street": a word of a place's name says nothing of what happens. */
  private boolean isWithinName(CueHit hit) {
    for (PlacedMention mention : bySentence.get(document.sentenceIndexOf(hit.first()))) {
      boolean literal = mention.mention().kind() == MentionKind.LITERAL;
      if (literal && mention.first() <= hit.first() && hit.end() <= mention.end()) {
        return true;
      }
    }
    return false;
  }

  Document document() {
    return document;
  }

  Focus focus() {
    return focus;
  }

  /** Returns the mentions, and where the text takes their places up again. */
  List<PlacedMention> mentions() {
    return mentions;
  }

  /** Returns where the text names a mention. */
  PlacedMention placed(Mention mention) {
    return Objects.requireNonNull(placed.get(mention));
  }

  /** Returns the text from the sentence that names a mention to the one that takes it up. */
  Span passage(PlacedMention mention) {
    Span named = mention.mention().sentence();
    Span told = document.sentenceOf(mention.first()).span();
    return new Span(Math.min(named.start(), told.start()), Math.max(named.end(), told.end()));
  }

  List<PlacedMention> inSentence(int sentence) {
    return bySentence.get(sentence);
  }

  /** Returns the place that the text is at when a sentence ends; null when there is none. */
  @Nullable PlacedMention topicOf(int sentence) {
    return topics.get(sentence).orElse(null);
  }

  List<CueHit> cuesIn(int sentence) {
    return cuesBySentence.get(sentence);
  }

  /** Returns the most exact date that a sentence gives, the first of several; null if none. */
  @Nullable ReportDate dateOf(int sentence) {
    ReportDate best = null;
    for (DateFinder.Dated each : datesBySentence.get(sentence)) {
      if (best == null || each.date().precision() < best.precision()) {
        best = each.date();
      }
    }
    return best;
  }

  /** Returns whether a sentence sets itself off as history by its date: "in 2012", "the 1990s". */
  boolean isHistory(int sentence) {
    List<DateFinder.Dated> dates = datesBySentence.get(sentence);
    return !dates.isEmpty() && dates.stream().allMatch(DateFinder.Dated::past);
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
      if (each.mention().kind() == MentionKind.DEMONYM
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
    return governors.computeIfAbsent(mention, this::readGovernor);
  }

  private int readGovernor(PlacedMention mention) {
    int at = listStart(mention).first();
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

  /** Returns the first member of the list of places that a mention stands in: "Sirte and Jufra". */
  private PlacedMention listStart(PlacedMention mention) {
    PlacedMention start = mention;
    List<PlacedMention> all = inSentence(document.sentenceIndexOf(mention.first()));
    for (int i = all.size() - 1; i >= 0; i--) {
      PlacedMention before = all.get(i);
      if (before.end() <= start.first() && before.isPlace() && isJoined(before, start)) {
        start = before;
      }
    }
    return start;
  }

  private boolean isJoined(PlacedMention before, PlacedMention after) {
    boolean and = false;
    for (int i = before.end(); i < after.first(); i++) {
      Token token = document.token(i);
      // "from Sanaa, from Taiz": the preposition may come again.
      and |= token.is(WordClass.AND) || token.is(WordClass.FROM) && document.is(i - 1, ',');
      if (!token.is(WordClass.AND)
          && !token.is(',')
          && !token.is(WordClass.DETERMINER)
          && !(and && (token.is(WordClass.FROM) || token.is(WordClass.LOCATIVE)))) {
        return false;
      }
    }
    // "Sake, Masisi and Kitshanga"; "Adré, Tchad" names one place with where it lies.
    return and
        || after.first() - before.end() == 1
            && before.isSite() == after.isSite()
            && document.is(before.end(), ',')
            && isListed(after);
  }

  private boolean isListed(PlacedMention member) {
    for (PlacedMention other : inSentence(document.sentenceIndexOf(member.first()))) {
      if (other.first() >= member.end() && other.first() <= member.end() + 2) {
        return document.is(member.end(), ',') || document.is(member.end(), WordClass.AND);
      }
    }
    return false;
  }

  /** "GOMA, 12 March - ", "Beirut (Wire) - ": where the report was written. */
  boolean isDateline(PlacedMention mention) {
    int sentence = document.sentenceIndexOf(mention.first());
    if (sentence >= DATELINE_SENTENCES
        || mention.first() != document.sentences().get(sentence).first()) {
      return false;
    }
    for (int i = mention.end();
        i < mention.end() + LONGEST_DATELINE && document.sameSentence(mention.first(), i);
        i++) {
      Token token = document.token(i);
      boolean dash = token.is('-') || token.is('–') || token.is('—');
      if (dash && token.spaced() && i + 1 < document.size() && document.token(i + 1).spaced()
          || token.is(':') && i == mention.end()) {
        return true;
      }
      if (token.isWord() && token.shape() == Shape.LOWER && !isOfDate(i)) {
        return false;
      }
    }
    return false;
  }

  /** "le", "mardi" and "mars" of "mardi le 4 mars", "de" of "4 de marzo". */
  private boolean isOfDate(int token) {
    return document.is(token, WordClass.MONTH)
        || document.is(token, WordClass.WEEKDAY)
        || document.is(token, WordClass.FUNCTION) && (isNumber(token - 1) || isNumber(token + 1));
  }

  private boolean isNumber(int token) {
    return token >= 0 && token < document.size() && document.token(token).shape() == Shape.NUMBER;
  }

  /** Returns the members of the list of places that a mention stands in, itself included. */
  List<PlacedMention> listOf(PlacedMention mention) {
    PlacedMention last = listStart(mention);
    List<PlacedMention> members = new ArrayList<>();
    members.add(last);
    for (PlacedMention each : inSentence(document.sentenceIndexOf(mention.first()))) {
      if (each.first() < last.end() || !each.isPlace()) {
        continue;
      }
      if (!isJoined(last, each)) {
        break;
      }
      members.add(each);
      last = each;
    }
    return members;
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
    return links.computeIfAbsent(mention, this::readLink);
  }

  private Link readLink(PlacedMention mention) {
    if (mention.manner() == Manner.IMPLIED) {
      return Link.NONE;
    }
    boolean adverb = mention.manner() == Manner.ADVERB;
    int governor = governorOf(mention);
    if (governor < 0) {
      return adverb ? Link.IN : Link.NONE;
    }
    Link link = linkOf(governor);
    if (adverb) {
      return link == Link.FROM ? link : Link.IN;
    }
    return link == Link.IN || link == Link.OF ? throughNoun(governor, link) : link;
  }

  private Link linkOf(int governor) {
    Token word = document.token(governor);
    boolean french = document.language().equals("fr");
    if (word.is(WordClass.BETWEEN)) {
      return Link.BETWEEN;
    }
    boolean phrase = document.phraseStart(governor) < governor;
    // "près de", "autour de"; "hors de" is from.
    if (french && phrase && word.is(WordClass.LOCATIVE) && word.is(WordClass.OF)) {
      boolean out = document.token(document.phraseStart(governor)).lower().equals("hors");
      return out ? Link.FROM : Link.IN;
    }
    // "de" is most often "of"; "en provenance de" and "à destination de" are not.
    if (word.is(WordClass.FROM)
        && (!french || !word.is(WordClass.OF) || phrase && !word.is(WordClass.TO))) {
      return Link.FROM;
    }
    if (french && phrase && word.is(WordClass.OF) && word.is(WordClass.TO)) {
      return Link.TO;
    }
    if (word.is(WordClass.OF)) {
      return Link.OF;
    }
    Token opens = document.token(document.phraseStart(governor));
    if (word.is(WordClass.LOCATIVE) && !(word.is(WordClass.TO) && isToward(opens))) {
      return Link.IN;
    }
    if (word.is(WordClass.TO)) {
      return Link.TO;
    }
    return Link.DIRECT;
  }

  /** "from villages in Masisi", "to a school in Goma": the preposition before the noun counts. */
  private Link throughNoun(int governor, Link link) {
    int at = governor - 1;
    while (at > governor - LONGEST_DETOUR && document.sameSentence(at, governor)) {
      Token token = document.token(at);
      boolean preposition = token.is(WordClass.FROM) || token.is(WordClass.TO);
      if (preposition || !token.isWord() || token.is(WordClass.AND)) {
        break;
      }
      if (token.isCapitalised()
          || token.is(WordClass.BE)
          || token.is(WordClass.HAVE)
          || token.is(WordClass.SAY)) {
        return link;
      }
      at--;
    }
    if (at >= governor - 1 || !document.sameSentence(at, governor)) {
      return link;
    }
    Token token = document.token(at);
    if (document.language().equals("fr")) {
      return link;
    }
    if (token.is(WordClass.FROM)) {
      return Link.FROM;
    }
    return token.is(WordClass.TO) && !document.is(at + 1, WordClass.ACT) && isNounAfter(at)
        ? Link.TO
        : link;
  }

  /** "to a mosque in", not "to live in". */
  private boolean isNounAfter(int preposition) {
    return document.is(preposition + 1, WordClass.DETERMINER)
        || document.token(preposition + 1).lower().endsWith("s");
  }

  private boolean isToward(Token word) {
    return document.language().equals("fr")
        ? word.lower().equals("vers") || word.lower().startsWith("jusqu")
        : !word.lower().equals("in");
  }

  /** Returns whether the edge of a clause lies between two tokens. */
  boolean crossesClause(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = document.token(i);
      if (token.is(';') || token.is(':') || token.is('"') || token.is('—')) {
        return true;
      }
      boolean opens =
          (token.is(WordClass.CLAUSE) || token.is(WordClass.RELATIVE))
              && !token.is(WordClass.AND)
              && !token.is(WordClass.LIKE);
      boolean says = token.is(WordClass.SAY) && token.shape() == Shape.LOWER && isClaim(i);
      if (opens && i > from || says) {
        return true;
      }
      if (token.is(WordClass.AND) && i + 1 < to && isVerb(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isClaim(int i) {
    for (CueHit hit : cuesIn(document.sentenceIndexOf(i))) {
      if (hit.first() <= i && i < hit.end() && hit.cue().kind() == CueKind.CLAIM) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a word behind "and" opens a clause of its own: "and released him". */
  private boolean isVerb(int i) {
    Token token = document.token(i);
    boolean participle =
        document.language().equals("fr")
            ? token.lower().endsWith("é") || token.lower().endsWith("és")
            : token.lower().endsWith("ed") && token.lower().length() > 4;
    return token.shape() == Shape.LOWER
        && (participle || token.is(WordClass.HAVE) || token.is(WordClass.BE));
  }
}
