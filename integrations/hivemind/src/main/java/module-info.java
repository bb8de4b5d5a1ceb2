/** The embedded default in one artifact: API, engine, H2 stores and Lucene recall. */
module dev.hivemind.all {
  requires transitive dev.hivemind.api;
  requires dev.hivemind.core;
  requires dev.hivemind.store.h2;
  requires dev.hivemind.store.lucene;
}
