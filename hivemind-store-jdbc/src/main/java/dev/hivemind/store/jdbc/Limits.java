package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;

/** What fits into a row, so that no database cuts or refuses it in its own words. */
final class Limits {
  /** Most characters of a document or state: what H2 keeps in a VARCHAR. */
  static final int DOCUMENT = 1_048_576;

  /** Most characters of a key. */
  static final int KEY = 1024;

  private Limits() {}

  static void check(EventRow row) {
    key("workspace", row.workspace());
    key("event id", row.id());
    key("kind", row.kind());
    document("event", row.id(), row.document());
  }

  static void check(SkillRow row) {
    key("workspace", row.workspace());
    key("skill id", row.id());
    key("scope", row.scope());
    document("skill", row.id(), row.document());
  }

  static void check(Checkpoint checkpoint) {
    key("workspace", checkpoint.workspace());
    key("consumer", checkpoint.consumer());
    document("state of consumer", checkpoint.consumer(), checkpoint.state());
  }

  private static void key(String what, String value) {
    if (value.length() > KEY) {
      throw new IllegalArgumentException(
          what + " has " + value.length() + " characters, at most " + KEY + " are stored");
    }
  }

  private static void document(String what, String key, String text) {
    if (text.length() > DOCUMENT) {
      throw new IllegalArgumentException(
          what
              + " "
              + key
              + " has "
              + text.length()
              + " characters, at most "
              + DOCUMENT
              + " are stored: cut it before it is written");
    }
  }
}
