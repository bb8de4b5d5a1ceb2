package dev.hivemind.spi;

import java.util.List;

/**
 * An embedding model of the host's. Must be thread-safe; may block and may throw. Recall calls it
 * on a thread of its own and goes on without it when the deadline comes.
 */
@FunctionalInterface
public interface EmbeddingModel {
  /**
   * Returns one vector a text, in order, all of one length; the vectors are not changed afterwards.
   */
  List<float[]> embed(List<String> texts);
}
