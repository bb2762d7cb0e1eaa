package org.dateline.server.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.geoparser.text.Span;
import org.jspecify.annotations.Nullable;

/** The decisions on one report, by where the words stand. Immutable. */
public final class Decisions {

  /** None. */
  public static final Decisions NONE = new Decisions(Map.of());

  private final Map<Span, Decision.Kept> bySpan;

  private Decisions(Map<Span, Decision.Kept> bySpan) {
    this.bySpan = bySpan;
  }

  /** Returns these decisions. */
  public static Decisions of(Collection<Decision.Kept> kept) {
    Map<Span, Decision.Kept> bySpan = new LinkedHashMap<>();
    kept.forEach(one -> bySpan.put(one.decision().span(), one));
    return new Decisions(bySpan);
  }

  /** Returns the decision on some words, null when nobody has decided on them. */
  public @Nullable Decision on(Span span) {
    Decision.Kept kept = bySpan.get(span);
    return kept == null ? null : kept.decision();
  }

  /** Returns how often someone has decided on some words. */
  public int version(Span span) {
    Decision.Kept kept = bySpan.get(span);
    return kept == null ? 0 : kept.version();
  }

  /** Returns all of them. */
  public Collection<Decision.Kept> all() {
    return bySpan.values();
  }
}
