package dev.hivemind.springai.boot;

import dev.hivemind.HivemindBuilder;

/** Sets on the builder what no property sets. A bean of this type is called before open. */
@FunctionalInterface
public interface HivemindBuilderCustomizer {
  /** Changes the builder. */
  void customize(HivemindBuilder builder);
}
