package org.dateline.server.page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which build this is, for addresses of static files that caches may keep. */
@Component
class ProgramVersion {

  private final String value;

  ProgramVersion() {
    @Nullable String built = ProgramVersion.class.getPackage().getImplementationVersion();
    value = built == null ? "dev" : built;
  }

  String value() {
    return value;
  }
}
