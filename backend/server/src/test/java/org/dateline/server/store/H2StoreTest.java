package org.dateline.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {

  @TempDir Path home;

  @Override
  StoreSettings settings() {
    return new StoreSettings(home, new StoreSettings.Database(null, null, null));
  }
}
