package org.dateline.server.crs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;

/**
 * Which axis the EPSG registry puts first. Proj4j always has east (or west) first; the registry's
 * tables, which come with it, name each system's coordinate system.
 */
final class AxisOrders {

  /** Of one system. */
  enum Order {
    EAST_FIRST,
    NORTH_FIRST
  }

  /** Coordinate systems of projections whose first axis runs north or south. */
  private static final Set<String> NORTH_FIRST =
      Set.of(
          "1029", "4493", "4494", "4500", "4502", "4530", "4531", "4532", "4533", "4534", "6501");

  /** Those with an axis that runs elsewhere than proj4j's definition of the system says. */
  private static final Set<String> NOT_KNOWN = Set.of("1031", "4461", "4491", "4501", "6509");

  /** Units of degrees, written in whatever way. */
  private static final Set<String> DEGREES = Set.of("9102", "9107", "9108", "9110", "9122");

  private static final Map<Integer, Order> ORDERS = read();

  private AxisOrders() {}

  /** Returns the order of a system's axes, null when the code is none that is known. */
  static @Nullable Order of(int code) {
    return ORDERS.get(code);
  }

  private static Map<Integer, Order> read() {
    Map<Integer, Order> orders = new HashMap<>();
    for (CSVRecord row : table("pcs")) {
      String axes = row.get("COORD_SYS_CODE");
      if (!NOT_KNOWN.contains(axes)) {
        orders.put(code(row), NORTH_FIRST.contains(axes) ? Order.NORTH_FIRST : Order.EAST_FIRST);
      }
    }
    for (CSVRecord row : table("gcs")) {
      if (DEGREES.contains(row.get("UOM_CODE"))) {
        orders.put(code(row), Order.NORTH_FIRST);
      }
    }
    return orders;
  }

  private static int code(CSVRecord row) {
    return Integer.parseInt(row.get("COORD_REF_SYS_CODE"));
  }

  private static Iterable<CSVRecord> table(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            CRSFactory.class.getResourceAsStream("/proj4/" + name + ".csv"), name)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("the EPSG registry cannot be read", e);
    }
  }
}
