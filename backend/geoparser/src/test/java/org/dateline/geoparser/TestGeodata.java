package org.dateline.geoparser;

import java.nio.file.Path;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;

/** The embedded geodata, opened once for all tests. */
public final class TestGeodata {

  /** The geodata of the build. */
  public static final Geodata GEODATA = EmbeddedGeodata.open(Path.of("target", "geodata-cache"));

  /** A geoparser over it. */
  public static final OfflineGeoparser GEOPARSER = new OfflineGeoparser(GEODATA);

  private TestGeodata() {}
}
