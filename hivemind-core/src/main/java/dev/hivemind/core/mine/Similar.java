package dev.hivemind.core.mine;

import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Words;
import java.util.HashSet;
import java.util.Map;

/** Whether two calls of a tool are two tries at one thing. */
final class Similar {
  private static final double SHARED_LEAVES = .5;
  private static final double SHARED_WORDS = .4;

  private Similar() {}

  static boolean calls(String one, String other) {
    Map<String, String> first = Json.leaves(one);
    Map<String, String> second = Json.leaves(other);
    long equal =
        first.entrySet().stream()
            .filter(leaf -> leaf.getValue().equals(second.get(leaf.getKey())))
            .count();
    int most = Math.max(first.size(), second.size());
    return (most > 1 && equal >= SHARED_LEAVES * most)
        || Words.jaccard(new HashSet<>(Words.of(one)), new HashSet<>(Words.of(other)))
            >= SHARED_WORDS;
  }
}
