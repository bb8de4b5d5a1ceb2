package dev.hivemind.testkit;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows to try a store with. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

  /**
   * Keys that a store may confuse with one another or with its own language: quotes and wildcards,
   * case, blanks before and after, composed and decomposed letters, other scripts, and 256
   * characters.
   */
  static final List<String> KEYS =
      List.of(
          "a",
          "A",
          " a",
          "a ",
          "a  ",
          "a\t",
          "a\n",
          "'",
          "''",
          "\"",
          "a'; DROP TABLE events; --",
          "%",
          "_",
          "\\",
          "\\'",
          "a/b",
          "../a",
          "a\u0001b",
          "$1",
          "?",
          "{}",
          "NULL",
          "0",
          "00",
          "é",
          "e\u0301",
          "ß",
          "SS",
          "ı",
          "I",
          "日本語",
          "\uD83D\uDE00",
          "\uFEFFa",
          "k".repeat(255) + "x",
          "k".repeat(255) + "y");

  private Samples() {}

  static EventRow event(String workspace, String id) {
    return event(workspace, id, NOON);
  }

  static EventRow event(String workspace, String id, Instant at) {
    return new EventRow(workspace, 0, id, "prompt", at, "{\"said\":\"" + id + "\"}");
  }

  static EventRow event(String workspace, String id, String document) {
    return new EventRow(workspace, 0, id, "prompt", NOON, document);
  }

  /** Returns {@code count} events whose ids are the prefix and a number from 0. */
  static List<EventRow> events(String workspace, String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> event(workspace, prefix + i)).toList();
  }

  static SkillRow skill(String workspace, String id, int revision) {
    return skill(workspace, id, revision, "text of " + id + " at " + revision);
  }

  static SkillRow skill(String workspace, String id, int revision, String document) {
    return new SkillRow(workspace, workspace + "/team", id, revision, document);
  }

  /** Documents that are easily damaged on their way: large, empty of sense, in every script. */
  static List<String> documents() {
    List<String> all = new ArrayList<>(KEYS);
    all.add("x".repeat(500_000));
    all.add("ä日\uD83D\uDE00\n".repeat(100_000));
    all.add("line\r\nline\rline\n\n");
    all.add(" ");
    return all;
  }
}
