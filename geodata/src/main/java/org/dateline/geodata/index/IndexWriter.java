package org.dateline.geodata.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.dateline.geodata.gazetteer.Fame;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.locationtech.jts.geom.Envelope;

/** Lays places and outlines out as an index file. */
final class IndexWriter {

  /** Countries whose names are written by French and English ears: their names get a loose key. */
  private static final Set<String> ROMANISED =
      Set.of(
          "ML", "BF", "NE", "TD", "CF", "CM", "CD", "CG", "GN", "CI", "SN", "MR", "DZ", "MA", "TN",
          "BJ", "TG", "GA", "BI", "RW", "DJ", "KM", "MG", "LB", "SY", "SD", "SS", "ET", "ER", "SO",
          "LY", "NG", "YE", "IQ");

  private record Posting(int place, String name, NameKind kind) {}

  private final Strings strings = new Strings();
  private final Bytes[] sections = new Bytes[Section.values().length];

  private IndexWriter() {
    Arrays.setAll(sections, i -> new Bytes());
  }

  /** Writes an index over places and outlines to a stream, which stays open. */
  static void write(List<NamedPlace> places, List<Outline> outlines, OutputStream out)
      throws IOException {
    IndexWriter writer = new IndexWriter();
    List<NamedPlace> rows = new ArrayList<>(places);
    // Heads first, so that a reader finds countries, units and capitals without reading every row.
    rows.sort(Comparator.comparingInt((NamedPlace row) -> head(row.place())));
    writer.writePlaces(rows);
    writer.writeNames(rows);
    writer.writeCells(rows);
    writer.writeOutlines(outlines);
    writer.sections[Section.STRINGS.ordinal()] = writer.strings.bytes();
    writer.assemble(out);
  }

  private static int head(Place place) {
    if (place.isCountry() || place.isFirstLevel()) {
      return 0;
    }
    if (place.featureCode().equals("PPLC")) {
      return 1;
    }
    return place.featureClass() == 'P' ? 3 : 2;
  }

  private void writePlaces(List<NamedPlace> rows) {
    Bytes places = sections[Section.PLACES.ordinal()];
    Bytes starts = sections[Section.NAME_STARTS.ordinal()];
    Bytes lists = sections[Section.NAME_LISTS.ordinal()];
    for (NamedPlace row : rows) {
      Place place = row.place();
      for (String text :
          List.of(
              place.id(),
              place.name(),
              place.featureCode(),
              place.country(),
              place.admin1(),
              place.admin2())) {
        places.putInt(strings.offset(text));
      }
      places.putInt((int) Math.round(place.lon() * PlaceTable.SCALE));
      places.putInt((int) Math.round(place.lat() * PlaceTable.SCALE));
      places.putInt((int) place.population());
      places.putInt(place.uncertaintyMetres());
      places.putInt(place.featureClass() | place.tier().ordinal() << 8);
      places.putInt((int) Math.round(Fame.of(place) * PlaceTable.FAME_SCALE));
      starts.putInt(lists.size() / 4);
      for (NamedPlace.Name name : row.names()) {
        if (name.kind() == NameKind.ALTERNATE || name.kind() == NameKind.PREFERRED) {
          lists.putInt(strings.offset(name.text()));
        }
      }
    }
    starts.putInt(lists.size() / 4);
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byId.put(rows.get(i).place().id(), i);
    }
    for (String id : inUtf8Order(byId.keySet())) {
      sections[Section.PLACES_BY_ID.ordinal()].putInt(Objects.requireNonNull(byId.get(id)));
    }
  }

  /** Sorts texts as the reader compares them: by the bytes of their UTF-8, without signs. */
  private static List<String> inUtf8Order(Collection<String> texts) {
    record Encoded(String text, byte[] utf8) {}
    return texts.stream()
        .map(text -> new Encoded(text, text.getBytes(StandardCharsets.UTF_8)))
        .sorted((a, b) -> Arrays.compareUnsigned(a.utf8(), b.utf8()))
        .map(Encoded::text)
        .toList();
  }

  private void writeNames(List<NamedPlace> rows) {
    Map<String, List<Posting>> postings = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      NamedPlace row = rows.get(i);
      for (NamedPlace.Name name : row.names()) {
        add(postings, NameKey.of(name.text()), i, name);
        if (name.kind().isProper() && ROMANISED.contains(row.place().country())) {
          String loose = NameKey.loose(name.text());
          if (loose.length() >= 4) {
            add(postings, KeyTable.LOOSE + loose, i, name);
          }
        }
      }
    }
    Bytes keys = sections[Section.KEYS.ordinal()];
    Bytes starts = sections[Section.POSTING_STARTS.ordinal()];
    Bytes lists = sections[Section.POSTINGS.ordinal()];
    Map<Long, Integer> entries = new HashMap<>();
    int index = 0;
    for (String key : inUtf8Order(postings.keySet())) {
      List<Posting> places = Objects.requireNonNull(postings.get(key));
      places.sort(
          Comparator.comparingDouble((Posting p) -> -weight(rows.get(p.place()).place(), p.kind()))
              .thenComparing(p -> rows.get(p.place()).place().id()));
      keys.putInt(strings.offset(key));
      starts.putInt(lists.size() / KeyTable.POSTING_BYTES);
      for (Posting posting : places) {
        lists.putInt(posting.place());
        lists.putInt(strings.offset(posting.name()));
        lists.putInt(posting.kind().ordinal());
      }
      if (key.charAt(0) != KeyTable.LOOSE) {
        enter(entries, key, index);
      }
      index++;
    }
    starts.putInt(lists.size() / KeyTable.POSTING_BYTES);
    writeHashes(entries, sections[Section.HASHES.ordinal()]);
  }

  private static double weight(Place place, NameKind kind) {
    return Fame.of(place) + kind.fame();
  }

  private static void add(
      Map<String, List<Posting>> postings, String key, int place, NamedPlace.Name name) {
    if (key.isEmpty()) {
      return;
    }
    List<Posting> list = postings.computeIfAbsent(key, k -> new ArrayList<>(1));
    for (Posting other : list) {
      if (other.place() == place
          && (other.kind() == name.kind()
              || name.kind() == NameKind.ALTERNATE
              || name.kind() == NameKind.HISTORIC)) {
        return;
      }
    }
    list.add(new Posting(place, name.text(), name.kind()));
  }

  /** Enters a key and every prefix of whole tokens before it. */
  private static void enter(Map<Long, Integer> entries, String key, int index) {
    long hash = KeyTable.SEED;
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) == ' ') {
        entries.merge(KeyTable.spread(hash), KeyTable.CONTINUES, (a, b) -> a | b);
      }
      hash = KeyTable.hash(hash, key.charAt(i));
    }
    entries.merge(KeyTable.spread(hash), index + 1, (a, b) -> a | b);
  }

  private static void writeHashes(Map<Long, Integer> entries, Bytes hashes) {
    int capacity = Integer.highestOneBit(Math.max(2, entries.size()) * 2 - 1) * 2;
    int[] table = new int[capacity * 2];
    entries.forEach(
        (hash, value) -> {
          int slot = (int) (long) hash & (capacity - 1);
          while (table[slot * 2 + 1] != 0) {
            slot = (slot + 1) & (capacity - 1);
          }
          table[slot * 2] = KeyTable.fingerprint(hash);
          table[slot * 2 + 1] = value;
        });
    for (int word : table) {
      hashes.putInt(word);
    }
  }

  private void writeCells(List<NamedPlace> rows) {
    Map<Integer, List<Integer>> byCell = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Place place = rows.get(i).place();
      if (place.isPopulated()) {
        int cell = TownGrid.cell(TownGrid.row(place.lat()), TownGrid.column(place.lon()));
        byCell.computeIfAbsent(cell, k -> new ArrayList<>()).add(i);
      }
    }
    Bytes cells = sections[Section.CELLS.ordinal()];
    Bytes list = sections[Section.CELL_PLACES.ordinal()];
    for (int cell = 0; cell < 180 * 360; cell++) {
      cells.putInt(list.size() / 4);
      byCell.getOrDefault(cell, List.of()).forEach(list::putInt);
    }
    cells.putInt(list.size() / 4);
  }

  private void writeOutlines(List<Outline> all) {
    Bytes outlines = sections[Section.OUTLINES.ordinal()];
    Bytes shapes = sections[Section.SHAPES.ordinal()];
    for (Outline outline : all) {
      for (String text :
          List.of(
              outline.placeId(),
              outline.name(),
              outline.country(),
              outline.admin1(),
              outline.source(),
              outline.validFrom(),
              outline.validTo())) {
        outlines.putInt(strings.offset(text));
      }
      outlines.putInt(outline.level().ordinal());
      Envelope box = outline.shape().getEnvelopeInternal();
      for (double edge :
          new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}) {
        outlines.putInt((int) Math.round(edge * 1000));
      }
      byte[] bytes = ShapeCodec.encode(outline.shape());
      outlines.putInt(shapes.size());
      outlines.putInt(bytes.length);
      shapes.put(bytes);
    }
  }

  private void assemble(OutputStream out) throws IOException {
    Bytes table = new Bytes();
    long at = IndexFile.HEADER_BYTES;
    for (Bytes section : sections) {
      table.putLong(at);
      table.putLong(section.size());
      at += section.size();
    }
    CRC32C checksum = new CRC32C();
    checksum.update(table.content());
    for (Bytes section : sections) {
      checksum.update(section.content());
    }
    Bytes start = new Bytes();
    start.putLong(IndexFile.MAGIC);
    start.putLong(at);
    start.putLong(checksum.getValue());
    start.writeTo(out);
    table.writeTo(out);
    for (Bytes section : sections) {
      section.writeTo(out);
    }
  }
}
