package dev.hivemind.core.redact;

/** What stands in place of a secret. */
final class Marker {
  private static final String OPEN = "[masked:";

  private Marker() {}

  static String of(String rule) {
    return OPEN + rule + "]";
  }

  static boolean begins(String value) {
    return value.startsWith(OPEN);
  }
}
