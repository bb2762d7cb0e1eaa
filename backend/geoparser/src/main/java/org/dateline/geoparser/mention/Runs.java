package org.dateline.geoparser.mention;

import org.dateline.geoparser.text.Document;
import org.dateline.geoparser.text.Sentence;
import org.dateline.geoparser.text.Shape;
import org.dateline.geoparser.text.Token;
import org.dateline.geoparser.text.WordClass;

/**
 * Which tokens stand together in one proper name, going by capitals: "Assimi Goïta", "Wagner
 * Group". Where a line is all capitals or in title case, capitals tell nothing and every token
 * stands alone.
 */
final class Runs {

  private final int[] starts;
  private final int[] ends;
  private final boolean[] shouted;

  private Runs(int size) {
    starts = new int[size];
    ends = new int[size];
    shouted = new boolean[size];
  }

  static Runs of(Document document) {
    Runs runs = new Runs(document.size());
    for (Sentence sentence : document.sentences()) {
      boolean telling = capitalsTell(document, sentence);
      int i = sentence.first();
      while (i < sentence.end()) {
        int end = i + 1;
        if (telling && isPart(document.token(i))) {
          end = runs.extend(document, i, sentence.end());
        }
        for (int k = i; k < end; k++) {
          runs.starts[k] = i;
          runs.ends[k] = end;
          runs.shouted[k] = !telling;
        }
        i = end;
      }
    }
    return runs;
  }

  private int extend(Document document, int start, int limit) {
    int end = start + 1;
    while (end < limit) {
      Token token = document.token(end);
      if (isPart(token) && token.breaks() == 0) {
        end++;
      } else if (token.is('-')
          && !token.spaced()
          && end + 1 < limit
          && !document.token(end + 1).spaced()
          && isPart(document.token(end + 1))) {
        end += 2;
      } else if (token.shape() == Shape.LOWER
          && token.is(WordClass.PARTICLE)
          && end + 1 < limit
          && isPart(document.token(end + 1))) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isPart(Token token) {
    return token.isCapitalised() && !token.is(WordClass.FUNCTION);
  }

  private static boolean capitalsTell(Document document, Sentence sentence) {
    int words = 0;
    int capitals = 0;
    int upper = 0;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = document.token(i);
      if (token.isWord() && token.shape() != Shape.UNCASED && !token.is(WordClass.FUNCTION)) {
        words++;
        capitals += token.isCapitalised() ? 1 : 0;
        upper += token.shape() == Shape.UPPER ? 1 : 0;
      }
    }
    return words < 4 || (capitals * 10 <= words * 8 && upper * 10 <= words * 7);
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** Returns whether the token stands in a line whose capitals tell nothing. */
  boolean shouted(int token) {
    return shouted[token];
  }
}
