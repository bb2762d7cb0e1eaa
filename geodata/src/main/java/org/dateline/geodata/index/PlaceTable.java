package org.dateline.geodata.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dateline.geodata.gazetteer.Fame;
import org.dateline.geodata.gazetteer.Place;
import org.dateline.geodata.gazetteer.Tier;
import org.jspecify.annotations.Nullable;

/** Reads place records by ordinal. */
final class PlaceTable {

  /**
   * id, name, code, country, admin1, admin2 (string offsets), lon, lat (1e-5 degrees), population,
   * uncertainty, class and tier, fame (1e-3).
   */
  static final int BYTES = 12 * 4;

  static final double SCALE = 1e5;
  static final double FAME_SCALE = 1e3;

  private static final Tier[] TIERS = Tier.values();

  /** Places kept at most: some 4 MB. A power of two. */
  private static final int RECENT = 1 << 14;

  private record Kept(int ordinal, Place place) {}

  private final AtomicReferenceArray<@Nullable Kept> recent = new AtomicReferenceArray<>(RECENT);
  private final IndexFile file;
  private final ByteBuffer records;
  private final ByteBuffer byId;

  PlaceTable(IndexFile file) {
    this.file = file;
    records = file.section(Section.PLACES);
    byId = file.section(Section.PLACES_BY_ID);
  }

  int size() {
    return records.capacity() / BYTES;
  }

  /** Returns a place; the ones asked for last are kept, since news names the same places again. */
  Place place(int ordinal) {
    int slot = ordinal & (RECENT - 1);
    Kept kept = recent.get(slot);
    if (kept != null && kept.ordinal() == ordinal) {
      return kept.place();
    }
    Place place = read(ordinal);
    recent.set(slot, new Kept(ordinal, place));
    return place;
  }

  private Place read(int ordinal) {
    int at = ordinal * BYTES;
    int classAndTier = records.getInt(at + 40);
    return new Place(
        text(at),
        text(at + 4),
        (char) (classAndTier & 0xff),
        text(at + 8).intern(),
        text(at + 12).intern(),
        text(at + 16).intern(),
        text(at + 20),
        records.getInt(at + 24) / SCALE,
        records.getInt(at + 28) / SCALE,
        records.getInt(at + 32) & 0xffffffffL,
        records.getInt(at + 36),
        TIERS[classAndTier >> 8]);
  }

  double lon(int ordinal) {
    return records.getInt(ordinal * BYTES + 24) / SCALE;
  }

  double lat(int ordinal) {
    return records.getInt(ordinal * BYTES + 28) / SCALE;
  }

  /** Returns how well known a place is, see {@link Fame}. */
  double fame(int ordinal) {
    return records.getInt(ordinal * BYTES + 44) / FAME_SCALE;
  }

  /** Returns the ordinal of the place with an id, -1 when there is none. */
  int ordinal(String id) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int ordinal = byId.getInt(middle * 4);
      int order = file.compare(records.getInt(ordinal * BYTES), key);
      if (order == 0) {
        return ordinal;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private String text(int at) {
    return file.string(records.getInt(at));
  }
}
