package org.dateline.server.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.server.http.Representation;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Pages from templates, which escape every value. */
@Component
public class Pages {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Mustache.Compiler compiler;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  Pages(Mustache.Compiler compiler) {
    this.compiler = compiler.nullValue("");
  }

  /**
   * Returns a page.
   *
   * @param template name of the template, without its suffix
   * @throws MustacheException when the template is missing or asks for what the model lacks
   */
  public Representation render(String template, Object model) {
    String html = templates.computeIfAbsent(template, compiler::loadTemplate).execute(model);
    return Representation.of(html.getBytes(StandardCharsets.UTF_8), HTML);
  }
}
