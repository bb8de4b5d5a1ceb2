package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The event store of one test, opened before and closed after it. */
abstract class EventStoreSubject {
  EventStore store;

  /**
   * Opens the store: an empty one at the first call of a test, what the one before left behind
   * after that was closed. Every test has an instance of its own.
   */
  protected abstract EventStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  /** Closes the store and opens it again. */
  final EventStore reopened() {
    store.close();
    store = open();
    return store;
  }

  final List<EventRow> all(String workspace) {
    return store.read(workspace, 0, Integer.MAX_VALUE);
  }

  final List<String> ids(String workspace) {
    return all(workspace).stream().map(EventRow::id).toList();
  }

  final List<Long> positions(String workspace) {
    return all(workspace).stream().map(EventRow::position).toList();
  }

  final void advanceTo(String workspace, String consumer, long position, String state) {
    Checkpoint now = store.checkpoint(workspace, consumer);
    assertThat(store.advance(now, new Checkpoint(workspace, consumer, position, state))).isTrue();
  }
}
