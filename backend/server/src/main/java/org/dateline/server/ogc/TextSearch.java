package org.dateline.server.ogc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dateline.server.problem.ProblemException;
import org.opengis.feature.simple.SimpleFeature;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterVisitor;

/**
 * The {@code q} parameter: every word must stand in a text of the feature; of parts with a comma
 * between them one is enough. Case and accents do not count.
 */
record TextSearch(List<List<String>> either) implements Filter {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST = 200;

  static TextSearch parse(String value) {
    List<List<String>> either = new ArrayList<>();
    for (String part : value.split(",")) {
      if (!part.isBlank()) {
        either.add(List.of(SPACE.split(folded(part.strip()))));
      }
    }
    if (either.isEmpty() || value.length() > LONGEST) {
      throw ProblemException.parameter(
          "q",
          either.isEmpty() ? "There is no word in it." : "It is longer than " + LONGEST + ".",
          "For example q=clinic gao.");
    }
    return new TextSearch(either);
  }

  private static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean plain = lower.chars().allMatch(c -> c < 128);
    return plain
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
  }

  @Override
  public boolean evaluate(Object object) {
    StringBuilder texts = new StringBuilder();
    for (Object value : ((SimpleFeature) object).getAttributes()) {
      if (value instanceof String text) {
        texts.append(text).append('\n');
      }
    }
    String all = folded(texts.toString());
    return either.stream().anyMatch(words -> words.stream().allMatch(all::contains));
  }

  @Override
  public Object accept(FilterVisitor visitor, Object extra) {
    return extra;
  }
}
