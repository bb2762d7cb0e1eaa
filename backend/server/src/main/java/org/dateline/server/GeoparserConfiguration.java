package org.dateline.server;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.Geodata;
import org.dateline.geodata.tier.GazetteerTiers;
import org.dateline.geoparser.Geoparser;
import org.dateline.geoparser.OfflineGeoparser;
import org.dateline.server.report.RememberingGeoparser;
import org.dateline.server.report.ReportReader;
import org.dateline.server.store.StoreSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** The parts that know nothing of Spring. */
@Configuration
class GeoparserConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Geodata embeddedGeodata() {
    return EmbeddedGeodata.open(EmbeddedGeodata.userCache());
  }

  @Bean
  GazetteerTiers gazetteerTiers(
      @Qualifier("embeddedGeodata") Geodata embedded, StoreSettings settings) {
    return GazetteerTiers.open(settings.home().resolve("gazetteer"), embedded.gazetteer());
  }

  /** What the command {@code gazetteer import} adds while the server runs is used from then on. */
  @Bean(destroyMethod = "dispose")
  Disposable gazetteerRefresh(GazetteerTiers tiers) {
    return Schedulers.boundedElastic().schedulePeriodically(tiers::refresh, 5, 5, TimeUnit.SECONDS);
  }

  @Bean
  @Primary
  Geodata geodata(@Qualifier("embeddedGeodata") Geodata embedded, GazetteerTiers tiers) {
    return new Geodata(tiers.gazetteer(), embedded.boundaries());
  }

  @Bean
  Geoparser geoparser(Geodata geodata) {
    return new OfflineGeoparser(geodata);
  }

  @Bean
  ReportReader reportReader(
      Geoparser geoparser, Geodata geodata, GazetteerTiers tiers, Clock clock) {
    return new ReportReader(new RememberingGeoparser(geoparser, tiers::generation), geodata, clock);
  }
}
