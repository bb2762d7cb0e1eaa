package org.dateline.geodata.index;

import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameScanner;

/**
 * Walks tokens with a running hash: one probe of the hash table a token, no allocation but at a
 * match.
 */
final class MappedScanner implements NameScanner {

  private final KeyTable keys;
  private final StringBuilder key = new StringBuilder();
  private final StringBuilder written = new StringBuilder();
  private long hash;
  private int entry;

  MappedScanner(KeyTable keys) {
    this.keys = keys;
  }

  @Override
  public void restart() {
    key.setLength(0);
    written.setLength(0);
    hash = KeyTable.SEED;
    entry = 0;
  }

  @Override
  public boolean advance(CharSequence token) {
    int before = key.length();
    NameKey.append(key, token);
    if (key.length() == before) {
      return false;
    }
    for (int i = before; i < key.length(); i++) {
      hash = KeyTable.hash(hash, key.charAt(i));
    }
    if (written.length() > 0) {
      written.append(' ');
    }
    written.append(token);
    entry = keys.entry(KeyTable.spread(hash));
    return entry != 0;
  }

  @Override
  public boolean continues() {
    return (entry & KeyTable.CONTINUES) != 0;
  }

  @Override
  public boolean matches() {
    int index = (entry & ~KeyTable.CONTINUES) - 1;
    return index >= 0 && keys.is(index, key);
  }

  @Override
  public List<Candidate> candidates() {
    return matches() ? keys.candidates((entry & ~KeyTable.CONTINUES) - 1, written) : List.of();
  }
}
