package dev.hivemind.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The gap: a number that was taken first and is committed last. A reader who has seen the higher
 * one goes on from there, and never sees the other.
 */
class PostgresGapTest {
  private final PostgresDatabase database = PostgresDatabase.empty();
  private final HeldSource held = new HeldSource(database.source());

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void events_neverAppearBelowWhatWasSeen() throws Exception {
    EventStore slow = JdbcStorage.open(database.source()).events();
    EventStore stopped = heldStorage().events();
    assertThat(
            late(
                () -> stopped.append(List.of(event("first"))),
                () -> slow.append(List.of(event("second"))),
                () -> slow.read("w", 0, 9).stream().map(EventRow::position).toList()))
        .isEmpty();
    assertThat(slow.read("w", 0, 9)).extracting(EventRow::id).containsExactly("first", "second");
  }

  @Test
  void skills_neverAppearBelowWhatWasSeen() throws Exception {
    SkillStore other = JdbcStorage.open(database.source()).skills();
    SkillStore stopped = heldStorage().skills();
    assertThat(
            late(
                () -> stopped.append(new SkillRow("w", "w", "first", 1, "text")),
                () -> other.append(new SkillRow("w", "w", "second", 1, "text")),
                () -> other.changes("w", 0, 9).stream().map(one -> one.version()).toList()))
        .isEmpty();
    assertThat(other.changes("w", 0, 9)).hasSize(2);
  }

  /**
   * The same story on numbers of a sequence, as a table's own would be: this test can see a gap.
   */
  @Test
  void sequence_hasTheGap() throws Exception {
    database.run("CREATE SEQUENCE numbers; CREATE TABLE naive (number BIGINT PRIMARY KEY)");
    DataSource source = database.source();
    assertThat(
            late(
                () -> naive(held.source()),
                () -> naive(source),
                () ->
                    database.query("SELECT number FROM naive").stream()
                        .map(Long::valueOf)
                        .toList()))
        .containsExactly(1L);
  }

  private static void naive(DataSource source) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement next = connection.prepareStatement("SELECT nextval('numbers')");
          ResultSet number = next.executeQuery()) {
        number.next();
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO naive VALUES (?)")) {
          insert.setLong(1, number.getLong(1));
          insert.executeUpdate();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private JdbcStorage heldStorage() {
    JdbcStorage storage = JdbcStorage.open(database.source());
    storage.events().append(List.of(event("opens the workspace")));
    storage.events().erase("w", List.of("opens the workspace"));
    storage.skills().append(new SkillRow("w", "w", "x", 1, "text"));
    database.run("DELETE FROM hivemind_skill");
    return JdbcStorage.over(held.source(), Dialect.POSTGRESQL);
  }

  /** Returns the numbers that appeared below one that was there before them. */
  private List<Long> late(Runnable first, Runnable second, Supplier<List<Long>> read)
      throws Exception {
    CompletableFuture<Void> one = CompletableFuture.runAsync(first);
    held.arrived.await(30, TimeUnit.SECONDS);
    CompletableFuture<Void> other = CompletableFuture.runAsync(second);
    while (!other.isDone() && !somebodyWaitsForALock()) {
      Thread.onSpinWait();
    }
    List<Long> seen = read.get();
    held.release();
    one.get(30, TimeUnit.SECONDS);
    other.get(30, TimeUnit.SECONDS);
    List<Long> late = new ArrayList<>(read.get());
    late.removeAll(seen);
    late.removeIf(number -> seen.stream().noneMatch(before -> before > number));
    return late;
  }

  private boolean somebodyWaitsForALock() {
    return !database
        .query("SELECT pid::text FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        .isEmpty();
  }

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, "text");
  }
}
