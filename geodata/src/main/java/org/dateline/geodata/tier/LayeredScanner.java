package org.dateline.geodata.tier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameScanner;

/** Walks the names of several gazetteers at once. */
final class LayeredScanner implements NameScanner {

  private final List<NameScanner> scanners;
  private final Function<List<List<Candidate>>, List<Candidate>> merger;
  private final boolean[] walking;

  LayeredScanner(
      List<NameScanner> scanners, Function<List<List<Candidate>>, List<Candidate>> merger) {
    this.scanners = scanners;
    this.merger = merger;
    walking = new boolean[scanners.size()];
  }

  @Override
  public void restart() {
    for (int i = 0; i < walking.length; i++) {
      scanners.get(i).restart();
      walking[i] = true;
    }
  }

  @Override
  public boolean advance(CharSequence token) {
    boolean any = false;
    for (int i = 0; i < walking.length; i++) {
      walking[i] = walking[i] && scanners.get(i).advance(token);
      any |= walking[i];
    }
    return any;
  }

  @Override
  public boolean continues() {
    for (int i = 0; i < walking.length; i++) {
      if (walking[i] && scanners.get(i).continues()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean matches() {
    for (int i = 0; i < walking.length; i++) {
      if (walking[i] && scanners.get(i).matches()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Candidate> candidates() {
    List<List<Candidate>> found = new ArrayList<>(walking.length);
    for (int i = 0; i < walking.length; i++) {
      if (walking[i]) {
        found.add(scanners.get(i).candidates());
      }
    }
    return merger.apply(found);
  }
}
