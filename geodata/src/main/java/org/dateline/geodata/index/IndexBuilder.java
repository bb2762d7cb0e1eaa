package org.dateline.geodata.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.dateline.geodata.gazetteer.NameKey;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Builds the index file from the derived tables. The build runs it; it takes a few seconds. */
public final class IndexBuilder {

  /** Countries whose names are written by French and English ears: their names get a loose key. */
  private static final Set<String> ROMANISED =
      Set.of(
          "ML", "BF", "NE", "TD", "CF", "CM", "CD", "CG", "GN", "CI", "SN", "MR", "DZ", "MA", "TN",
          "BJ", "TG", "GA", "BI", "RW", "DJ", "KM", "MG", "LB", "SY", "SD", "SS", "ET", "ER", "SO",
          "LY", "NG", "YE", "IQ");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Name(NameKind kind, String text) {}

  private record Row(Place place, List<Name> names) {}

  private record Posting(int place, String name, NameKind kind) {}

  private final Strings strings = new Strings();

  private IndexBuilder() {}

  /**
   * Builds the index.
   *
   * @param args the folder of the derived tables, and the file to write; beside it a file with the
   *     ending {@code .sha256} names its content
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path target = Path.of(args[1]);
    if (upToDate(data, target)) {
      return;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    byte[] index = new IndexBuilder().build(data);
    Files.write(target, index);
    Files.writeString(sibling(target), sha256(index));
  }

  private static boolean upToDate(Path data, Path target) throws IOException {
    if (!Files.exists(target) || !Files.exists(sibling(target))) {
      return false;
    }
    long built = Files.getLastModifiedTime(target).toMillis();
    for (String source : List.of("places.tsv.gz", "boundaries.json.gz")) {
      if (Files.getLastModifiedTime(data.resolve(source)).toMillis() > built) {
        return false;
      }
    }
    // The builder itself may have changed.
    Path self =
        Path.of(IndexBuilder.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (var classes = Files.walk(self)) {
      return classes
          .filter(file -> file.toString().endsWith(".class"))
          .allMatch(file -> file.toFile().lastModified() <= built);
    }
  }

  private static Path sibling(Path target) {
    return target.resolveSibling(target.getFileName() + ".sha256");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] build(Path data) throws IOException {
    List<Row> rows = read(data.resolve("places.tsv.gz"));
    // Heads first, so that a reader finds countries, units and capitals without reading every row.
    rows.sort(Comparator.comparingInt((Row row) -> head(row.place())));
    Bytes[] sections = new Bytes[Section.values().length];
    Arrays.setAll(sections, i -> new Bytes());
    writePlaces(rows, sections);
    writeNames(rows, sections);
    writeCells(rows, sections);
    writeOutlines(data.resolve("boundaries.json.gz"), rows, sections);
    sections[Section.STRINGS.ordinal()] = strings.bytes();
    return assemble(sections);
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

  private static List<Row> read(Path table) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(table), 1 << 16);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] f = line.split("\t", -1);
        Place place =
            new Place(
                f[0],
                f[1],
                f[2].charAt(0),
                f[3],
                f[4],
                f[5],
                f[6],
                Double.parseDouble(f[7]),
                Double.parseDouble(f[8]),
                Long.parseLong(f[9]),
                Integer.parseInt(f[10]),
                Tier.valueOf(f[11]));
        List<Name> names = new ArrayList<>();
        for (String name : f[12].isEmpty() ? new String[0] : f[12].split("\\|")) {
          names.add(new Name(kind(name.charAt(0)), name.substring(1)));
        }
        if (!names.contains(new Name(NameKind.METONYM, f[1]))) {
          names.add(0, new Name(NameKind.NAME, f[1]));
        }
        rows.add(new Row(place, names));
      }
    }
    return rows;
  }

  private static NameKind kind(char mark) {
    return switch (mark) {
      case '=' -> NameKind.ALTERNATE;
      case '~' -> NameKind.DEMONYM;
      case '.' -> NameKind.ABBREVIATION;
      case '!' -> NameKind.METONYM;
      default -> throw new IllegalArgumentException("no kind of name is marked " + mark);
    };
  }

  private void writePlaces(List<Row> rows, Bytes[] sections) {
    Bytes places = sections[Section.PLACES.ordinal()];
    Bytes starts = sections[Section.NAME_STARTS.ordinal()];
    Bytes lists = sections[Section.NAME_LISTS.ordinal()];
    for (Row row : rows) {
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
      for (Name name : row.names()) {
        if (name.kind() == NameKind.ALTERNATE) {
          lists.putInt(strings.offset(name.text()));
        }
      }
    }
    starts.putInt(lists.size() / 4);
    Integer[] order = new Integer[rows.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> utf8Order(rows.get(a).place().id(), rows.get(b).place().id()));
    for (int ordinal : order) {
      sections[Section.PLACES_BY_ID.ordinal()].putInt(ordinal);
    }
  }

  private static int utf8Order(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private void writeNames(List<Row> rows, Bytes[] sections) {
    Map<String, List<Posting>> postings = new TreeMap<>(IndexBuilder::utf8Order);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (Name name : row.names()) {
        add(postings, NameKey.of(name.text()), i, name);
        boolean plain = name.kind() == NameKind.NAME || name.kind() == NameKind.ALTERNATE;
        if (plain && ROMANISED.contains(row.place().country())) {
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
    for (Map.Entry<String, List<Posting>> each : postings.entrySet()) {
      String key = each.getKey();
      List<Posting> places = each.getValue();
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

  /** How well known a place is by a name: its own counts as ten times the people of another. */
  private static double weight(Place place, NameKind kind) {
    return Fame.of(place) + (kind == NameKind.ALTERNATE ? -1 : 0);
  }

  private static void add(Map<String, List<Posting>> postings, String key, int place, Name name) {
    if (key.isEmpty()) {
      return;
    }
    List<Posting> list = postings.computeIfAbsent(key, k -> new ArrayList<>(1));
    for (Posting other : list) {
      if (other.place() == place
          && (other.kind() == name.kind() || name.kind() == NameKind.ALTERNATE)) {
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
    int capacity = Integer.highestOneBit(entries.size() * 2 - 1) * 2;
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

  private static void writeCells(List<Row> rows, Bytes[] sections) {
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

  private void writeOutlines(Path file, List<Row> rows, Bytes[] sections) throws IOException {
    Map<String, String> countryIds = new HashMap<>();
    for (Row row : rows) {
      if (row.place().isCountry() && !row.place().featureCode().equals("PCLH")) {
        countryIds.putIfAbsent(row.place().country(), row.place().id());
      }
    }
    Bytes outlines = sections[Section.OUTLINES.ordinal()];
    Bytes shapes = sections[Section.SHAPES.ordinal()];
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
        JsonNode properties = feature.get("properties");
        String country = properties.get("country").asText();
        OutlineLevel level = OutlineLevel.of(properties.get("level").asText());
        String placeId =
            level == OutlineLevel.COUNTRY
                ? countryIds.getOrDefault(country, "")
                : properties.get("id").asText();
        // Normal form has shells clockwise; the right-hand rule of RFC 7946 is the other way.
        Geometry shape = GeometryFixer.fix(geometry(feature.get("geometry"))).norm().reverse();
        if (placeId.isEmpty() || shape.isEmpty() || shape.getDimension() != 2) {
          continue;
        }
        for (String text :
            List.of(
                placeId,
                properties.path("name").asText(),
                country,
                properties.path("admin1").asText(),
                properties.get("source").asText(),
                properties.path("validFrom").asText(),
                properties.path("validTo").asText())) {
          outlines.putInt(strings.offset(text));
        }
        outlines.putInt(level.ordinal());
        Envelope box = shape.getEnvelopeInternal();
        for (double edge :
            new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}) {
          outlines.putInt((int) Math.round(edge * 1000));
        }
        byte[] bytes = ShapeCodec.encode(shape);
        outlines.putInt(shapes.size());
        outlines.putInt(bytes.length);
        shapes.put(bytes);
      }
    }
  }

  private static Geometry geometry(JsonNode json) {
    JsonNode coordinates = json.get("coordinates");
    if (json.get("type").asText().equals("Polygon")) {
      return polygon(coordinates);
    }
    List<Polygon> polygons = new ArrayList<>();
    coordinates.forEach(each -> polygons.add(polygon(each)));
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> coordinates = new ArrayList<>();
      ring.forEach(c -> coordinates.add(new Coordinate(c.get(0).asDouble(), c.get(1).asDouble())));
      if (coordinates.size() >= 4) {
        all.add(FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new)));
      }
    }
    if (all.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private static byte[] assemble(Bytes[] sections) {
    Bytes file = new Bytes();
    long size = IndexFile.HEADER_BYTES + Arrays.stream(sections).mapToLong(Bytes::size).sum();
    file.putLong(IndexFile.MAGIC);
    file.putLong(size);
    file.putLong(0);
    long at = IndexFile.HEADER_BYTES;
    for (Section section : Section.values()) {
      file.putLong(at);
      file.putLong(sections[section.ordinal()].size());
      at += sections[section.ordinal()].size();
    }
    for (Section section : Section.values()) {
      file.put(sections[section.ordinal()].toArray());
    }
    byte[] whole = file.toArray();
    ByteBuffer.wrap(whole).putLong(16, IndexFile.checksum(ByteBuffer.wrap(whole)));
    return whole;
  }
}
