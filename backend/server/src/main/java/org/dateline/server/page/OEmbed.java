package org.dateline.server.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.server.feature.Json;
import org.dateline.server.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * How another site embeds the map of a report, as oEmbed (oembed.com) says it: a frame, no script.
 *
 * @param base address of this server, without a trailing slash
 * @param report the report
 * @param view query and fragment of the map's address, which say what it shows; may be empty
 * @param width of the frame, CSS pixels
 * @param height of the frame, CSS pixels
 */
record OEmbed(String base, Report report, String view, int width, int height) {

  static final int WIDTH = 800;
  static final int HEIGHT = 520;

  private static final Pattern PATH = Pattern.compile("(?:/embed)?/r/([^/]+)/?");

  /** The report that an address is of, and what the address says of the view. */
  record Asked(String reportId, String view) {

    /** Returns what an address asks for, empty when it is no map of this server. */
    static Optional<Asked> of(String base, String url) {
      try {
        URI uri = new URI(url);
        String server = uri.getScheme() + "://" + uri.getRawAuthority();
        Matcher path = PATH.matcher(String.valueOf(uri.getPath()));
        return server.equalsIgnoreCase(base) && path.matches()
            ? Optional.of(
                new Asked(
                    path.group(1), part('?', uri.getRawQuery()) + part('#', uri.getRawFragment())))
            : Optional.empty();
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }

    private static String part(char sign, @Nullable String raw) {
      return raw == null ? "" : sign + raw;
    }
  }

  /** Returns the address that tells how to embed a report's map. */
  static String discovery(String base, String reportId) {
    String page = base + "/r/" + UriUtils.encodePathSegment(reportId, StandardCharsets.UTF_8);
    return base + "/oembed?format=json&url=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  /** Returns the answer, JSON. */
  byte[] json() {
    return Json.document(
        report.source().text(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("version", "1.0");
          json.writeStringProperty("type", "rich");
          json.writeStringProperty("title", report.source().headline());
          if (report.source().byline() != null) {
            json.writeStringProperty("author_name", report.source().byline());
          }
          json.writeStringProperty("provider_name", "Dateline");
          json.writeStringProperty("provider_url", base + "/");
          json.writeNumberProperty("width", width);
          json.writeNumberProperty("height", height);
          json.writeStringProperty("html", frame());
          json.writeEndObject();
        });
  }

  private String frame() {
    String address =
        base + "/embed/r/" + UriUtils.encodePathSegment(report.id(), StandardCharsets.UTF_8) + view;
    return "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\" style=\"border:0;max-width:100%%\"></iframe>"
        .formatted(
            HtmlUtils.htmlEscape(address),
            HtmlUtils.htmlEscape("Map: " + report.source().headline()),
            width,
            height);
  }
}
