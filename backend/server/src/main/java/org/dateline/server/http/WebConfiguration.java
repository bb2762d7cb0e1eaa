package org.dateline.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Cross-origin reading and the validators of static files. */
@Configuration
class WebConfiguration {

  /** How long a browser may remember the answer to its question whether it may ask. */
  private static final Duration MAX_AGE = Duration.ofMinutes(30);

  /**
   * Everything can be read from every origin, and nobody's cookie counts there. Before access is
   * checked, so that another origin's script reads why it is refused.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  CorsWebFilter otherOrigins() {
    CorsConfiguration everyone = new CorsConfiguration();
    everyone.addAllowedOrigin(CorsConfiguration.ALL);
    // What a path does not do is told by its own 405, which says more than a refused origin.
    everyone.addAllowedMethod(CorsConfiguration.ALL);
    everyone.addAllowedHeader(CorsConfiguration.ALL);
    everyone.setAllowCredentials(false);
    everyone.setExposedHeaders(
        List.of(
            "Content-Crs",
            HttpHeaders.ETAG,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER));
    everyone.setMaxAge(MAX_AGE);
    UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
    paths.registerCorsConfiguration("/api/**", everyone);
    paths.registerCorsConfiguration("/oembed", everyone);
    return new CorsWebFilter(paths);
  }

  /**
   * Static files are told apart by a hash of their content: in a reproducible build every file has
   * the same time, so that a time would call a changed file unchanged.
   */
  @Bean
  ResourceHandlerRegistrationCustomizer staticFilesByContent() {
    Map<Resource, String> tags = new ConcurrentHashMap<>();
    return registration ->
        registration
            .setUseLastModified(false)
            .setEtagGenerator(file -> tags.computeIfAbsent(file, WebConfiguration::tagOf));
  }

  private static String tagOf(Resource file) {
    try {
      return '"' + Representation.hash(file.getContentAsByteArray()) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
