package org.dateline.geodata;

import java.nio.file.Path;

/** The embedded geodata, opened once for all tests. */
final class OpenGeodata {

  static final Geodata GEODATA = EmbeddedGeodata.open(Path.of("target", "test-cache"));

  private OpenGeodata() {}
}
