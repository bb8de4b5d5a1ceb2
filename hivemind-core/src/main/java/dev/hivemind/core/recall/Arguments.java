package dev.hivemind.core.recall;

import dev.hivemind.core.text.Json;
import java.util.Map;

/** A call's arguments, read for their words. */
final class Arguments {
  private Arguments() {}

  /** Returns names and values without JSON's punctuation. */
  static String words(String json) {
    if (json.isBlank()) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Map.Entry<String, String> leaf : Json.leaves(json).entrySet()) {
      words.append(leaf.getKey()).append(' ').append(leaf.getValue()).append('\n');
    }
    return words.toString();
  }
}
