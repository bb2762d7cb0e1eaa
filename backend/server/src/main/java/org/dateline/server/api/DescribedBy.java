package org.dateline.server.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Links answers to the JSON Schema that they keep to, by the relation {@code describedby}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // before access is checked: a refusal is described too
final class DescribedBy implements WebFilter {

  private record Rule(PathPattern path, String schema) {

    static Rule of(String path, String schema) {
      return new Rule(PathPatternParser.defaultInstance.parse("/api/" + path), schema);
    }
  }

  /** The name of a schema may have a variable of its path. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of("collections/{id}/items", FeatureSchema.ITEMS + "{id}"),
          Rule.of("collections/{id}/items/{item}", FeatureSchema.ITEMS + "{id}#/$defs/feature"),
          Rule.of("reports", "reports"),
          Rule.of("reports/{id}", "report"),
          Rule.of("reports/{id}/text", "text"),
          Rule.of("reports/{id}/mentions", "mentions"),
          Rule.of("reports/{id}/layers", "layers"),
          Rule.of("reports/{id}/layers/{layer}", "layer"),
          Rule.of("geoparse", "geoparse"));

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    if (path.value().startsWith("/api/")) {
      ServerHttpResponse response = exchange.getResponse();
      response.beforeCommit(() -> Mono.fromRunnable(() -> link(response, path)));
    }
    return chain.filter(exchange);
  }

  private static void link(ServerHttpResponse response, PathContainer path) {
    @Nullable String schema = isProblem(response) ? "problem" : schemaOf(response, path);
    if (schema != null) {
      response
          .getHeaders()
          .add(
              HttpHeaders.LINK,
              "</api/schemas/"
                  + schema
                  + ">; rel=\"describedby\"; type=\"application/schema+json\"");
    }
  }

  private static boolean isProblem(ServerHttpResponse response) {
    return MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
        response.getHeaders().getContentType());
  }

  private static @Nullable String schemaOf(ServerHttpResponse response, PathContainer path) {
    HttpStatusCode status = response.getStatusCode();
    if (!isJson(response.getHeaders().getContentType()) || status != null && status.isError()) {
      return null;
    }
    for (Rule rule : RULES) {
      PathPattern.@Nullable PathMatchInfo match = rule.path.matchAndExtract(path);
      if (match != null) {
        Map<String, String> variables = match.getUriVariables();
        return rule.schema.replace("{id}", variables.getOrDefault("id", ""));
      }
    }
    return null;
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null
        && (type.getSubtype().equals("json") || type.getSubtype().equals("geo+json"));
  }
}
