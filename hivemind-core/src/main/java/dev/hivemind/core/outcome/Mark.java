package dev.hivemind.core.outcome;

import dev.hivemind.core.text.Digest;

/**
 * Short marks in place of a host's ids and texts: enough to tell a session's few calls apart, and
 * nothing that would have to be forgotten.
 */
final class Mark {
  private static final int LETTERS = 10;

  private Mark() {}

  static String of(String... parts) {
    return Digest.id("", parts).substring(0, LETTERS);
  }
}
