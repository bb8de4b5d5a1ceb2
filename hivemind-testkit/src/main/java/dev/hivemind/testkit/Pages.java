package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Reads page by page, and fails rather than going round in a circle. */
final class Pages {
  private Pages() {}

  static List<EventRow> events(EventStore store, String workspace, int limit) {
    List<EventRow> all = new ArrayList<>();
    while (nextEvents(store, workspace, all, limit)) {}
    return all;
  }

  static List<Change> changes(SkillStore store, String workspace, int limit) {
    List<Change> all = new ArrayList<>();
    while (nextChanges(store, workspace, all, limit)) {}
    return all;
  }

  /** Adds the page after the last row seen; returns whether there was one. */
  static boolean nextEvents(EventStore store, String workspace, List<EventRow> seen, int limit) {
    long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
    List<EventRow> page = store.read(workspace, after, limit);
    assertIsPage(page, EventRow::position, after, limit);
    return seen.addAll(page);
  }

  /** Adds the page after the last change seen; returns whether there was one. */
  static boolean nextChanges(SkillStore store, String workspace, List<Change> seen, int limit) {
    long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).version();
    List<Change> page = store.changes(workspace, after, limit);
    assertIsPage(page, Change::version, after, limit);
    return seen.addAll(page);
  }

  private static <T> void assertIsPage(
      List<T> page, ToLongFunction<T> number, long after, int limit) {
    List<Long> numbers = page.stream().map(number::applyAsLong).toList();
    assertThat(numbers)
        .as("page of at most %s after %s", limit, after)
        .hasSizeLessThanOrEqualTo(limit)
        .allMatch(one -> one > after)
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
