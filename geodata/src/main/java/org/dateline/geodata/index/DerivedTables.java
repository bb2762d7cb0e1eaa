package org.dateline.geodata.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.dateline.geodata.gazetteer.NameKind;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Reads the committed tables that {@code geodata/derive} makes. */
final class DerivedTables {

  static final String PLACES = "places.tsv.gz";
  static final String OUTLINES = "boundaries.json.gz";

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private DerivedTables() {}

  static List<NamedPlace> places(Path folder) throws IOException {
    List<NamedPlace> rows = new ArrayList<>();
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(folder.resolve(PLACES)), 1 << 16);
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
        List<NamedPlace.Name> names = new ArrayList<>();
        for (String name : f[12].isEmpty() ? new String[0] : f[12].split("\\|")) {
          names.add(new NamedPlace.Name(kind(name.charAt(0)), name.substring(1)));
        }
        if (!names.contains(new NamedPlace.Name(NameKind.METONYM, f[1]))) {
          names.add(0, new NamedPlace.Name(NameKind.NAME, f[1]));
        }
        rows.add(new NamedPlace(place, names));
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

  /** Reads the outlines; a country's belongs to its place among these. */
  static List<Outline> outlines(Path folder, List<NamedPlace> places) throws IOException {
    Map<String, String> countryIds = new HashMap<>();
    for (NamedPlace row : places) {
      if (row.place().isCountry() && !row.place().featureCode().equals("PCLH")) {
        countryIds.putIfAbsent(row.place().country(), row.place().id());
      }
    }
    List<Outline> outlines = new ArrayList<>();
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve(OUTLINES)), 1 << 16)) {
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
        outlines.add(
            new Outline(
                placeId,
                properties.path("name").asText(),
                country,
                properties.path("admin1").asText(),
                properties.get("source").asText(),
                properties.path("validFrom").asText(),
                properties.path("validTo").asText(),
                level,
                shape));
      }
    }
    return outlines;
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
}
