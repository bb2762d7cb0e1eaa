package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.geodata.gazetteer.Candidate;
import org.dateline.geodata.gazetteer.NameKind;

/** Reads keys and their postings: by binary search, by prefix and by hash. */
final class KeyTable {

  /** Place ordinal, offset of the name as written, kind. */
  static final int POSTING_BYTES = 3 * 4;

  /** Set in a hash entry's value when a longer key continues behind it. */
  static final int CONTINUES = 1 << 31;

  /**
   * Starts the keys of loosely folded names, so that they sort apart and no token can begin one.
   */
  static final char LOOSE = '~';

  private static final NameKind[] KINDS = NameKind.values();

  private final IndexFile file;
  private final PlaceTable places;
  private final ByteBuffer keys;
  private final ByteBuffer starts;
  private final ByteBuffer postings;
  private final ByteBuffer hashes;
  private final int mask;

  KeyTable(IndexFile file, PlaceTable places) {
    this.file = file;
    this.places = places;
    keys = file.section(Section.KEYS);
    starts = file.section(Section.POSTING_STARTS);
    postings = file.section(Section.POSTINGS);
    hashes = file.section(Section.HASHES);
    mask = hashes.capacity() / 8 - 1;
  }

  int size() {
    return keys.capacity() / 4;
  }

  String key(int index) {
    return file.string(keys.getInt(index * 4));
  }

  boolean is(int index, CharSequence key) {
    return file.is(keys.getInt(index * 4), key);
  }

  /** Returns the index of the first key that is not before this one. */
  int lowerBound(CharSequence key) {
    byte[] bytes = utf8(key);
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (file.compare(keys.getInt(middle * 4), bytes) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean startsWith(int index, CharSequence prefix) {
    return file.startsWith(keys.getInt(index * 4), utf8(prefix));
  }

  /** Returns the places of a key, best known first. */
  List<Candidate> candidates(int index, CharSequence written) {
    int from = firstPosting(index);
    int to = firstPosting(index + 1);
    List<Candidate> candidates = new ArrayList<>(to - from);
    for (int posting = from; posting < to; posting++) {
      candidates.add(candidate(posting, written));
    }
    return candidates;
  }

  /** Returns the first posting of a key; those of a key end where the next one's begin. */
  int firstPosting(int index) {
    return starts.getInt(index * 4);
  }

  /** Returns the place of a posting, by ordinal. */
  int place(int posting) {
    return postings.getInt(posting * POSTING_BYTES);
  }

  NameKind kind(int posting) {
    return KINDS[postings.getInt(posting * POSTING_BYTES + 8)];
  }

  Candidate candidate(int posting, CharSequence written) {
    return new Candidate(
        places.place(place(posting)),
        kind(posting),
        file.is(postings.getInt(posting * POSTING_BYTES + 4), written));
  }

  /**
   * Returns the hash entry of a key or of a token prefix of keys: the key's index plus one in the
   * low bits (0 when it is only a prefix), {@link #CONTINUES} when longer keys follow; 0 when
   * neither. A stranger's key may share the entry, so a caller compares the key before it relies on
   * it.
   */
  int entry(long hash) {
    int fingerprint = fingerprint(hash);
    int slot = (int) hash & mask;
    while (true) {
      int value = hashes.getInt(slot * 8 + 4);
      if (value == 0) {
        return 0;
      }
      if (hashes.getInt(slot * 8) == fingerprint) {
        return value;
      }
      slot = (slot + 1) & mask;
    }
  }

  static int fingerprint(long hash) {
    return (int) (hash >>> 32);
  }

  /** Adds one character to a running hash of a key; FNV-1a. */
  static long hash(long hash, char c) {
    return (hash ^ c) * 0x100000001b3L;
  }

  /** Spreads a running hash over all bits, for use as an entry's hash. */
  static long spread(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    return h;
  }

  static final long SEED = 0xcbf29ce484222325L;

  private static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
