package org.dateline.server.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.IntSupplier;
import org.dateline.geoparser.Geoparse;
import org.dateline.geoparser.GeoparseOptions;
import org.dateline.geoparser.Geoparser;

/**
 * Remembers the answers for the texts that were read last: each decision of an editor reads the
 * report anew, and only the decisions are new. Bounded by the length of the texts.
 */
public final class RememberingGeoparser implements Geoparser {

  /** Some hundred reports, or a few books. */
  private static final long MOST_CHARACTERS = 1_000_000;

  /** What an answer takes beside its text, in characters. */
  private static final int LEAST_WEIGHT = 2_000;

  private final Geoparser geoparser;
  private final IntSupplier gazetteer;
  private final Cache<Question, Geoparse> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .<Question, Geoparse>weigher(
              (question, answer) -> LEAST_WEIGHT + question.text().length())
          .build();

  /** All that an answer depends on. */
  private record Question(String text, GeoparseOptions options, String method, int gazetteer) {}

  /**
   * Remembers the answers of a geoparser.
   *
   * @param gazetteer gives another number whenever other places may be found
   */
  public RememberingGeoparser(Geoparser geoparser, IntSupplier gazetteer) {
    this.geoparser = geoparser;
    this.gazetteer = gazetteer;
  }

  @Override
  public Geoparse parse(String text, GeoparseOptions options) {
    Question question = new Question(text, options, geoparser.version(), gazetteer.getAsInt());
    Geoparse known = answers.getIfPresent(question);
    if (known != null) {
      return known;
    }
    Geoparse answer = geoparser.parse(text, options);
    answers.put(question, answer);
    return answer;
  }

  @Override
  public String version() {
    return geoparser.version();
  }
}
