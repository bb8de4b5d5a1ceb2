package dev.hivemind.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One operation on an event store, in small numbers: workspace, id and consumer by number,
 * positions by rank (how many positions of the workspace are not above it), times in milliseconds.
 */
sealed interface EventOperation {
  int WORKSPACES = 2;
  int CONSUMERS = 2;
  int IDS = 12;
  int MILLIS = 10;

  /** Appends rows. */
  record Append(List<Row> rows) implements EventOperation {}

  /** A row to append. */
  record Row(int workspace, int id, int millis, int document) {}

  /** Advances from what is stored, or from something else. */
  record Advance(int workspace, int consumer, From from, int rank, String state)
      implements EventOperation {}

  /** What an advance claims to be stored. */
  enum From {
    STORED,
    OTHER_POSITION,
    OTHER_STATE
  }

  /** Erases ids. */
  record Erase(int workspace, List<Integer> ids) implements EventOperation {}

  /** Retains from a time on. */
  record Retain(int workspace, int millis) implements EventOperation {}

  static EventOperation random(Random random) {
    int workspace = random.nextInt(WORKSPACES);
    int dice = random.nextInt(100);
    if (dice < 60) {
      return new Append(Stream.generate(() -> row(random)).limit(1 + random.nextInt(4)).toList());
    }
    if (dice < 90) {
      return new Advance(
          workspace,
          random.nextInt(CONSUMERS),
          From.values()[Math.max(0, random.nextInt(6) - 3)],
          random.nextInt(20),
          "s" + random.nextInt(3));
    }
    if (dice < 96) {
      return new Retain(workspace, random.nextInt(MILLIS));
    }
    return new Erase(workspace, random.ints(random.nextInt(4), 0, IDS).boxed().distinct().toList());
  }

  private static Row row(Random random) {
    return new Row(
        random.nextInt(WORKSPACES),
        random.nextInt(IDS),
        random.nextInt(MILLIS),
        random.nextInt(100));
  }
}
