package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Events and checkpoints in two tables. Thread-safe. */
final class JdbcEventStore implements EventStore {
  private final Open open = new Open("the event store");
  private final Transactions transactions;
  private final Counters counters;

  JdbcEventStore(Transactions transactions) {
    this.transactions = transactions;
    this.counters = new Counters(transactions, Log.EVENTS);
  }

  @Override
  public void append(List<EventRow> group) {
    open.check();
    List<EventRow> rows = List.copyOf(group);
    rows.forEach(Limits::check);
    Map<String, List<EventRow>> byWorkspace =
        rows.stream().collect(Collectors.groupingBy(EventRow::workspace));
    counters.alone(
        "append events",
        byWorkspace.keySet(),
        (sql, last) -> {
          for (Map.Entry<String, Long> one : last.entrySet()) {
            append(sql, byWorkspace.getOrDefault(one.getKey(), List.of()), one.getValue());
          }
          return rows.size();
        });
  }

  private void append(Sql sql, List<EventRow> rows, long last) throws SQLException {
    String workspace = rows.get(0).workspace();
    Map<String, EventRow> fresh = new LinkedHashMap<>();
    rows.forEach(row -> fresh.putIfAbsent(row.id(), row));
    fresh.keySet().removeAll(EventSql.known(sql, workspace, List.copyOf(fresh.keySet())));
    EventSql.append(sql, fresh.values(), last);
    counters.set(sql, workspace, last + fresh.size());
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    open.check();
    return transactions.run("read events", sql -> EventSql.read(sql, workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    open.check();
    return Set.copyOf(transactions.run("list workspaces", EventSql::workspaces));
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    open.check();
    return transactions
        .run("read a checkpoint", sql -> CheckpointSql.stored(sql, workspace, consumer))
        .orElse(Checkpoint.start(workspace, consumer));
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    open.check();
    if (!from.workspace().equals(to.workspace()) || !from.consumer().equals(to.consumer())) {
      throw new IllegalArgumentException(
          "a checkpoint of another workspace or consumer cannot replace that of "
              + from.consumer());
    }
    Limits.check(to);
    return counters.alone(
        "advance a checkpoint",
        Set.of(from.workspace()),
        (sql, last) -> CheckpointSql.replace(sql, from, to));
  }

  @Override
  public boolean lease(String workspace, String consumer, String holder, Duration time) {
    open.check();
    String what = "take a lease";
    if (time.isZero()) {
      transactions.run(what, sql -> LeaseSql.end(sql, workspace, consumer, holder));
      return false;
    }
    try {
      return transactions.attempt(
          sql -> LeaseSql.take(sql, workspace, consumer, holder, time.toMillis()));
    } catch (SQLException e) {
      if (SqlFailure.isDuplicate(e)) {
        return false; // somebody else came first, the first time that anybody came
      }
      throw SqlFailure.of(what, e);
    }
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    open.check();
    Set<String> gone = Set.copyOf(ids);
    counters.aloneIfKnown(
        "erase events",
        workspace,
        (sql, last) -> {
          EventSql.erase(sql, workspace, gone);
          return CheckpointSql.clear(sql, workspace);
        });
  }

  @Override
  public int retain(String workspace, Instant since) {
    open.check();
    int removed = 0;
    int more;
    do {
      more =
          transactions.run(
              "remove old events",
              sql ->
                  EventSql.retain(
                      sql, workspace, since, CheckpointSql.passedByAll(sql, workspace)));
      removed += more;
    } while (more > 0);
    return removed;
  }

  @Override
  public void close() {
    open.close();
  }
}
