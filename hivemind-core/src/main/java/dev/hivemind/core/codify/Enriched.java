package dev.hivemind.core.codify;

import dev.hivemind.Evidence;

/** Whether a later form of the same evidence knows more. */
final class Enriched {
  private Enriched() {}

  static boolean is(Evidence held, Evidence now) {
    return (held.after().isEmpty() && !now.after().isEmpty())
        || now.changes().size() > held.changes().size()
        || now.wanted().length() > held.wanted().length()
        || now.signals().size() > held.signals().size();
  }
}
