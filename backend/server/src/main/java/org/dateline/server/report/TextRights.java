package org.dateline.server.report;

/** How much of a report's text may be shown to the public. */
public enum TextRights {
  /** All of it. */
  FULL,
  /** Only the sentences that are quoted for a place. */
  QUOTES_ONLY
}
