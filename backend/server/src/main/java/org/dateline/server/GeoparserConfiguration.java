package org.dateline.server;

import java.time.Clock;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.report.ReportReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that know nothing of Spring. */
@Configuration
class GeoparserConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Geodata geodata() {
    return EmbeddedGeodata.open(EmbeddedGeodata.userCache());
  }

  @Bean
  Geoparser geoparser(Geodata geodata) {
    return new OfflineGeoparser(geodata);
  }

  @Bean
  ReportReader reportReader(Geoparser geoparser, Geodata geodata, Clock clock) {
    return new ReportReader(geoparser, geodata, clock);
  }
}
