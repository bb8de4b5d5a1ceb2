/** The embedded default stores: one H2 file and its pool. */
@SuppressWarnings("module")
module dev.hivemind.store.h2 {
  requires com.h2database;
  requires com.zaxxer.hikari;
  requires transitive dev.hivemind.api;
  requires dev.hivemind.store.jdbc;
  requires static org.jspecify;

  exports dev.hivemind.store.h2;

  provides dev.hivemind.spi.StorageProvider with
      dev.hivemind.store.h2.H2Storage;
}
