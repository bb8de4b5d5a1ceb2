package dev.hivemind.store.lucene;

import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import java.nio.file.Path;

/**
 * Opens recall engines over Lucene.
 *
 * <ul>
 *   <li>Each workspace has an index of its own, opened when first used: how rare a word is in one
 *       workspace never tells on another. Of many workspaces the 64 last used stay open.
 *   <li>Text is split by Unicode's word rules and at changes of case, at {@code _} and between
 *       letters and digits, whole words kept; folded to lower-case ASCII where there is any;
 *       English words are stemmed (KStem); Chinese, Japanese and Korean text becomes single
 *       characters and pairs. Of a field the first 64 Ki characters count, of a query its first and
 *       last 8 Ki.
 *   <li>A query is answered by its 16 rarest words among the skills it may see, with BM25 (k1 1.2,
 *       b 0.75) in each field. A word of at least 4 letters that the index does not have stands for
 *       those one letter away, from 8 letters on two.
 *   <li>A candidate's parts are the four fields' shares of its score, those above 0.
 *   <li>An apply is visible at once and on disk after some more of them or a close; after a crash
 *       the index is at the version of its last commit. Every file's checksum is verified when a
 *       workspace is opened; what is damaged or of another format is deleted and begins at version
 *       0.
 * </ul>
 *
 * <p>Reading and writing of files happens on private daemon threads, so that an interrupt of a
 * caller's thread cannot spoil an index. Engines are thread-safe. A directory has one engine at a
 * time: a second one fails with a {@link dev.hivemind.HivemindException} when it uses a workspace
 * that the first has open.
 */
public final class LuceneEngineProvider implements RecallEngineProvider {
  /** Creates a provider; it holds nothing. */
  public LuceneEngineProvider() {}

  @Override
  public RecallEngine open(Path directory) {
    return new LuceneRecallEngine(directory);
  }
}
