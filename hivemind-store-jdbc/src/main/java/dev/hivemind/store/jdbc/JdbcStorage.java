package dev.hivemind.store.jdbc;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Both stores in the tables {@code hivemind_*} of a database. Many processes may share one; the
 * database keeps them apart and is as durable as it is set to be.
 *
 * <p>The data source belongs to the caller, who closes it after this. Each call takes one
 * connection from it, for one transaction of {@code READ COMMITTED}, so a pool is advisable. An
 * interrupt of the calling thread reaches the driver. Keys have at most 1,024 characters, documents
 * and states 1,048,576; longer ones throw {@link IllegalArgumentException} naming the size. What a
 * database throws becomes a {@link dev.hivemind.HivemindException} without its message, which may
 * hold content.
 *
 * <p>Erasing deletes rows. When a database gives their bytes back, and what its backups keep, is
 * its own: on one that is not embedded see to both. Thread-safe.
 */
public final class JdbcStorage implements Storage {
  private final Transactions transactions;
  private final Dialect dialect;
  private final JdbcEventStore events;
  private final JdbcSkillStore skills;

  private JdbcStorage(DataSource source, Dialect dialect) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.transactions = new Transactions(Objects.requireNonNull(source, "source"), dialect);
    this.events = new JdbcEventStore(transactions);
    this.skills = new JdbcSkillStore(source, transactions);
  }

  /**
   * Opens the tables of a database that says itself what it is, as the other {@link #open} does.
   *
   * @throws dev.hivemind.HivemindException as there, or if it is none of {@link Dialect}
   */
  public static JdbcStorage open(DataSource source) {
    return open(source, Dialect.of(Objects.requireNonNull(source, "source")));
  }

  /**
   * Opens the tables, creating or migrating them first where that is needed; a user who may not do
   * that can open what {@link #migrate} has prepared with the rights to select, insert, update and
   * delete.
   *
   * @throws dev.hivemind.HivemindException if the database cannot be reached, holds a newer schema,
   *     or takes keys for equal that are not
   */
  public static JdbcStorage open(DataSource source, Dialect dialect) {
    JdbcStorage storage = over(source, dialect);
    new Schema(storage.transactions, dialect).migrate();
    ExactText.check(storage.transactions);
    return storage;
  }

  /** Returns one over tables that are there. */
  static JdbcStorage over(DataSource source, Dialect dialect) {
    return new JdbcStorage(source, dialect);
  }

  /**
   * Creates the tables or brings them to this version's schema; never back.
   *
   * @throws dev.hivemind.HivemindException if the database cannot be reached or holds a newer
   *     schema
   */
  public static void migrate(DataSource source, Dialect dialect) {
    new Schema(new JdbcStorage(source, dialect).transactions, dialect).migrate();
  }

  /**
   * Checks whether this version of Hivemind can open the database, and changes nothing.
   *
   * @throws dev.hivemind.HivemindException if the database cannot be reached or holds a newer
   *     schema
   */
  public static void check(DataSource source, Dialect dialect) {
    new Schema(new JdbcStorage(source, dialect).transactions, dialect).check();
  }

  /**
   * Lets every position and version from now on be higher by at least the given number, in every
   * workspace. For a database that may have lost its newest rows, after a crash without durability
   * or from a backup: an index or another replica that has seen those would take new rows with
   * their numbers for known ones.
   *
   * @param numbers at least 1
   */
  public void skipNumbers(long numbers) {
    if (numbers < 1) {
      throw new IllegalArgumentException("numbers to skip must be at least 1: " + numbers);
    }
    Counters.skip(transactions, numbers);
  }

  @Override
  public EventStore events() {
    return events;
  }

  @Override
  public SkillStore skills() {
    return skills;
  }

  @Override
  public String description() {
    return "JDBC, " + dialect + ", as durable as the database is set to be";
  }

  /** Closes both stores; the data source stays open. Idempotent. */
  @Override
  public void close() {
    events.close();
    skills.close();
  }
}
