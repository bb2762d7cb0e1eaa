package org.dateline.server.page;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages of the newsroom beside the map. They are empty frames: what they show comes from the
 * API, which knows who asks.
 */
@RestController
class DeskController {

  private final Pages pages;
  private final ProgramVersion version;

  DeskController(Pages pages, ProgramVersion version) {
    this.pages = pages;
    this.version = version;
  }

  /**
   * The model of the template {@code desk}.
   *
   * @param title the page's heading
   * @param module which of the page's modules fills it
   * @param version changes with the program
   */
  private record DeskPage(String title, String module, String version) {}

  /** Who may sign in, for admins. */
  @GetMapping(path = "/desk/people", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> people() {
    return page("People", "people");
  }

  /** Someone's own tokens for scripts. */
  @GetMapping(path = "/desk/tokens", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> tokens() {
    return page("Tokens for scripts", "tokens");
  }

  private ResponseEntity<byte[]> page(String title, String module) {
    return pages.render("desk", new DeskPage(title, module, version.value())).toResponse();
  }
}
