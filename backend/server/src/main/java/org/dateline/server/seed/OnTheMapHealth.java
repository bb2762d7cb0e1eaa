package org.dateline.server.seed;

import org.dateline.server.publication.Published;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy once the first reports are on the map. */
@Component
class OnTheMapHealth implements HealthIndicator {

  private final Published published;

  OnTheMapHealth(Published published) {
    this.published = published;
  }

  @Override
  public Health health() {
    return published.ready() ? Health.up().build() : Health.outOfService().build();
  }
}
