package org.dateline.geoparser.finding;

import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/** Tells what a report says happened from what it denies, plans, fears or remembers. */
final class Reality {

  /** How far a negation reaches, in tokens. */
  private static final int NEGATION = 7;

  /** How far "plans to" or "might" reaches, in tokens. */
  private static final int PLAN = 14;

  private final Story story;
  private final Document document;

  Reality(Story story) {
    this.story = story;
    this.document = story.document();
  }

  /** Returns whether what a cue names did not happen, only may, or is long over. */
  boolean isUnreal(CueHit hit, int sentence) {
    if (story.isHistory(sentence)) {
      return true;
    }
    for (CueHit other : story.cuesIn(sentence)) {
      if (other == hit || other.first() < hit.end() && hit.first() < other.end()) {
        continue;
      }
      int before = hit.first() - other.end();
      switch (other.cue().kind()) {
        case NEGATED -> {
          if (before >= 0 && before <= NEGATION && !isBarred(other.end(), hit.first(), true)) {
            return true;
          }
        }
        case UNREAL -> {
          boolean condition = document.is(other.first(), WordClass.CLAUSE);
          boolean reaches =
              before >= 0 && before <= PLAN && !isBarred(other.end(), hit.first(), false);
          if (condition || reaches) {
            return true;
          }
        }
        case CANCELLED -> {
          if (hit.end() <= other.first() && !isBarred(hit.end(), other.first(), false)) {
            return true;
          }
        }
        case PAST -> {
          int from = Math.min(other.end(), hit.end());
          int to = Math.max(other.first(), hit.first());
          if (!isBarred(from, to, false) && !hasPresent(sentence, from, to)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Returns whether a sentence speaks of events and none of them is real. */
  boolean isUnreal(int sentence) {
    boolean unreal = false;
    for (CueHit hit : story.cuesIn(sentence)) {
      switch (hit.cue().kind()) {
        case NEGATED, UNREAL, CANCELLED, PAST, BIRTH -> unreal = true;
        default -> {
          if (hit.cue().kind().layer != null && !hit.cue().weak() && !isUnreal(hit, sentence)) {
            return false;
          }
        }
      }
    }
    return unreal || story.isHistory(sentence);
  }

  private boolean hasPresent(int sentence, int from, int to) {
    for (CueHit hit : story.cuesIn(sentence)) {
      if (hit.cue().kind() == CueKind.PRESENT && hit.first() >= from && hit.end() <= to) {
        return true;
      }
    }
    return false;
  }

  private boolean isBarred(int from, int to, boolean byCommas) {
    for (int i = from; i < to; i++) {
      Token token = document.token(i);
      boolean bar = token.is(';') || token.is(':') || token.is('"') || token.is('.');
      boolean comma =
          token.is(',')
              && (byCommas
                  || document.is(i + 1, WordClass.CLAUSE)
                  || document.is(i + 1, WordClass.RELATIVE));
      if (bar || comma || token.lower().equals("but") || token.lower().equals("mais")) {
        return true;
      }
    }
    return false;
  }
}
