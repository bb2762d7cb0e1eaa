package org.dateline.geodata.index;

/** The sections of an index file, in their order. */
enum Section {
  /** Length-prefixed UTF-8 strings, each once. */
  STRINGS,
  /** Place records of {@link PlaceTable#BYTES} bytes. */
  PLACES,
  /** Ordinals of the places in the order of their ids. */
  PLACES_BY_ID,
  /** For each place, where its names start in NAME_LISTS. */
  NAME_STARTS,
  /** Offsets of names in STRINGS, place by place. */
  NAME_LISTS,
  /** Offsets of keys in STRINGS, in the order of the keys. */
  KEYS,
  /** For each key, where its postings start. */
  POSTING_STARTS,
  /** Postings of {@link KeyTable#POSTING_BYTES} bytes: place, name as written, kind. */
  POSTINGS,
  /** Open-addressed hash table over keys and the token prefixes of keys. */
  HASHES,
  /** For each cell of one degree, where its places start in CELL_PLACES. */
  CELLS,
  /** Ordinals of places, cell by cell. */
  CELL_PLACES,
  /** Outline records of {@link OutlineTable#BYTES} bytes. */
  OUTLINES,
  /** Encoded outlines. */
  SHAPES
}
