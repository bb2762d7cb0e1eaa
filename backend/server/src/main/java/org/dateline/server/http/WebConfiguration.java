package org.dateline.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Cross-origin reading and the validators of static files. */
@Configuration
class WebConfiguration implements WebFluxConfigurer {

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry
        .addMapping("/api/**")
        .allowedOrigins("*")
        // What a path does not do is told by its own 405, which says more than a refused origin.
        .allowedMethods("*")
        .allowedHeaders("*")
        .exposedHeaders(
            HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);
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
