package dev.hivemind.store.jdbc;

/** What a workspace numbers by itself. */
enum Log {
  EVENTS("event"),
  SKILLS("skill");

  private final String key;

  Log(String key) {
    this.key = key;
  }

  /** Returns the name in the table of counters. */
  String key() {
    return key;
  }
}
