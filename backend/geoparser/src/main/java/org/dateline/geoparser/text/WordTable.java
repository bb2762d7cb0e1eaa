package org.dateline.geoparser.text;

import java.util.Map;

/**
 * Word classes by word, for a look-up of every token of every text: most words are in no class, and
 * one look at an array of hashes tells so.
 */
final class WordTable {

  private final String[] words;
  private final int[] hashes;
  private final long[] classes;

  /** Takes the classes of words; none may be zero. */
  WordTable(Map<String, Long> all) {
    int slots = Integer.highestOneBit(Math.max(8, all.size() * 2)) * 2;
    words = new String[slots];
    hashes = new int[slots];
    classes = new long[slots];
    all.forEach(this::put);
  }

  private void put(String word, long bits) {
    int hash = hash(word);
    int slot = hash & (hashes.length - 1);
    while (hashes[slot] != 0) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    hashes[slot] = hash;
    words[slot] = word;
    classes[slot] = bits;
  }

  /** Returns the classes of a word, 0 where it is in none. */
  long get(String word) {
    int hash = hash(word);
    int slot = hash & (hashes.length - 1);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash && words[slot].equals(word)) {
        return classes[slot];
      }
      slot = (slot + 1) & (hashes.length - 1);
    }
    return 0;
  }

  /** A hash that is never 0, which marks a free slot. */
  private static int hash(String word) {
    int hash = word.hashCode() * 0x9e3779b9;
    return (hash ^ (hash >>> 15)) | 1 << 31;
  }
}
