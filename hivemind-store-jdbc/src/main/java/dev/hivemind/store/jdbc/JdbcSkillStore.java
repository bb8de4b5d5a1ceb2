package dev.hivemind.store.jdbc;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Watch;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Every revision of every skill in one table. Thread-safe. */
final class JdbcSkillStore implements SkillStore {
  private final Open open = new Open("the skill store");
  private final DataSource source;
  private final Transactions transactions;
  private final Counters counters;

  JdbcSkillStore(DataSource source, Transactions transactions) {
    this.source = source;
    this.transactions = transactions;
    this.counters = new Counters(transactions, Log.SKILLS);
  }

  @Override
  public long append(SkillRow row) {
    open.check();
    Limits.check(row);
    return counters.alone(
        "save a skill",
        Set.of(row.workspace()),
        (sql, last) -> {
          int newest = SkillSql.revision(sql, row.workspace(), row.id());
          if (row.revision() - 1 != newest) {
            throw new StaleRevisionException(row.id(), row.revision(), newest);
          }
          long version = next(last);
          SkillSql.insert(sql, version, row);
          counters.set(sql, row.workspace(), version);
          announce(sql);
          return version;
        });
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    open.check();
    return transactions
        .run("read a skill", sql -> SkillSql.newest(sql, workspace, id))
        .filter(row -> !row.erased());
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    open.check();
    List<SkillRow> all =
        transactions.run("read a skill's history", sql -> SkillSql.history(sql, workspace, id));
    boolean gone = all.isEmpty() || all.get(all.size() - 1).erased();
    return gone ? List.of() : all.stream().filter(row -> !row.erased()).toList();
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    open.check();
    return transactions.run("read changes", sql -> SkillSql.changes(sql, workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    open.check();
    return Set.copyOf(transactions.run("list workspaces", SkillSql::workspaces));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    open.check();
    Set<String> gone = new LinkedHashSet<>(ids);
    counters.aloneIfKnown(
        "erase skills",
        workspace,
        (sql, last) -> {
          long version = next(last);
          for (String id : gone) {
            version += SkillSql.erase(sql, version, workspace, id);
          }
          counters.set(sql, workspace, version - 1);
          announce(sql);
          return version;
        });
  }

  /** Heard by others once the transaction is committed. */
  private void announce(Sql sql) throws SQLException {
    Optional<String> announcement = transactions.dialect().announcement();
    if (announcement.isPresent()) {
      sql.run(announcement.get());
    }
  }

  @Override
  public Watch watch(Consumer<String> listener) {
    open.check();
    return Watcher.start(source, transactions, listener);
  }

  private static long next(Map<String, Long> last) {
    return last.values().iterator().next() + 1;
  }

  @Override
  public void close() {
    open.close();
  }
}
