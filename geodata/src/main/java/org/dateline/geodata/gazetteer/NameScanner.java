package org.dateline.geodata.gazetteer;

import java.util.List;

/**
 * One walk over the tokens of a text, starting anew at each. Not safe for concurrent use; cheap to
 * make.
 *
 * <p>A caller starts at a token and advances token by token for as long as {@link #advance} says
 * that a longer name may follow, reading {@link #candidates()} wherever {@link #matches()}.
 */
public interface NameScanner {

  /** Forgets what was walked: the next token is the first of a name. */
  void restart();

  /**
   * Adds one token (a word without surrounding space or punctuation; it is folded here).
   *
   * @return whether some name continues beyond this token or ends with it; false ends the walk
   */
  boolean advance(CharSequence token);

  /** Returns whether some name continues beyond the tokens walked so far. */
  boolean continues();

  /** Returns whether the tokens walked so far are a whole name. */
  boolean matches();

  /** Returns the places that bear the name walked so far; empty when it is no whole name. */
  List<Candidate> candidates();
}
