package org.dateline.server.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgisStoreTest extends StoreContract {

  @TempDir Path home;

  @Override
  StoreSettings settings() throws IOException {
    return new StoreSettings(home, Postgres.newDatabase());
  }
}
