package org.dateline.server.format;

import java.util.stream.Stream;
import org.dateline.server.collection.CollectionFeature;

/** GeoJSON text sequences (RFC 8142): each feature between a record separator and a line feed. */
final class GeoJsonSeqEncoder implements Encoder {

  private static final byte RECORD_SEPARATOR = 0x1E;

  @Override
  public Stream<byte[]> encode(Features features) {
    return features.all().stream().map(GeoJsonSeqEncoder::record);
  }

  private static byte[] record(CollectionFeature feature) {
    byte[] json = feature.json();
    byte[] record = new byte[json.length + 2];
    record[0] = RECORD_SEPARATOR;
    System.arraycopy(json, 0, record, 1, json.length);
    record[record.length - 1] = '\n';
    return record;
  }
}
