/** A recall engine over Lucene. */
module dev.hivemind.store.lucene {
  requires transitive dev.hivemind.api;
  // Lucene unmaps files through it, and would keep deleted ones on the disk without.
  requires jdk.unsupported;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires static org.jspecify;

  exports dev.hivemind.store.lucene;

  provides dev.hivemind.spi.RecallEngineProvider with
      dev.hivemind.store.lucene.LuceneEngineProvider;
}
