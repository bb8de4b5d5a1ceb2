package dev.hivemind.store.h2;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.engine.Constants;

/**
 * The stores of a home, and the way every call takes: through the door, to a worker, and back when
 * what it wrote or saw is as durable as was promised. Thread-safe.
 */
final class Home implements Storage {
  /** More numbers than a crash can take back, see {@link JdbcStorage#skipNumbers}. */
  private static final long SKIPPED = 1L << 32;

  private final DatabaseFile file;
  private final Durability durability;
  private final Door door = new Door();
  private final ReentrantLock copying = new ReentrantLock();
  private final Workers workers = new Workers(Database.READERS);
  private final H2EventStore events = new H2EventStore(this);
  private final H2SkillStore skills = new H2SkillStore(this);
  private final Writer writer;

  /** Changed behind the closed door alone, as is {@link #closed}. */
  private volatile Database database;

  private volatile boolean closed;

  /** Whether H2 has closed itself after an error, or may not have on the disk what it shows. */
  private volatile boolean broken;

  private Home(DatabaseFile file, Durability durability, Database database) {
    this.file = file;
    this.durability = durability;
    this.database = database;
    this.writer = new Writer(this::checkpoint);
  }

  static Home open(DatabaseFile file, Durability durability) {
    Workers opener = new Workers(1);
    try {
      return new Home(file, durability, opener.call(() -> database(file, durability)));
    } finally {
      opener.close();
    }
  }

  private static Database database(DatabaseFile file, Durability durability) {
    file.cleanUp();
    if (file.exists()) {
      Inspection.of(file);
    } else {
      Database.create(file);
    }
    Database database = Database.open(file);
    if (durability != Durability.POWER) {
      database.storage().skipNumbers(SKIPPED);
    }
    return database;
  }

  /** Fills the empty directory of a file from a copy. */
  static void restore(Path copy, DatabaseFile file) {
    Workers opener = new Workers(1);
    try {
      opener.call(
          () -> {
            DatabaseFile draft = new Copy(copy).extracted(file.draft());
            Database database = Database.open(draft);
            try {
              database.storage().skipNumbers(SKIPPED);
            } finally {
              database.close();
            }
            return draft.movedTo(file);
          });
    } finally {
      opener.close();
    }
  }

  /** Copies as one write among others, since nothing else may write meanwhile. */
  @Override
  public RowCount backup(Path target) {
    Copy copy = new Copy(target.toAbsolutePath().normalize());
    mend();
    return door.through(
        () -> {
          checkOpen();
          copying.lock();
          try {
            writer.write(() -> used(storage -> copy.of(database)));
            return workers.call(() -> copy.check(file));
          } finally {
            copying.unlock();
          }
        });
  }

  <T> T read(Function<JdbcStorage, T> use) {
    mend();
    return door.through(
        () -> {
          checkOpen();
          T result = workers.call(() -> used(use));
          writer.settle();
          return result;
        });
  }

  <T> T write(Function<JdbcStorage, T> use) {
    mend();
    return door.through(
        () -> {
          checkOpen();
          return writer.write(() -> used(use));
        });
  }

  private <T> T used(Function<JdbcStorage, T> use) {
    try {
      return use.apply(database.storage());
    } catch (RuntimeException | Error e) {
      broken |= !database.answers();
      throw e;
    }
  }

  private void checkpoint() {
    try {
      database.checkpoint(durability);
    } catch (RuntimeException | Error e) {
      broken = true;
      throw e;
    }
  }

  /**
   * Opens a broken database again. It is written anew: after a flush that failed, the system may
   * show what it never brings to the disk, and nothing confirmed later may stand on that.
   */
  private void mend() {
    if (!broken) {
      return;
    }
    door.closed(
        () -> {
          checkOpen();
          if (broken) {
            workers.call(
                () -> {
                  database.abandon();
                  database = database(file, durability);
                  return compact();
                });
            writer.mended();
            broken = false;
          }
          return true;
        });
  }

  /** Runs alone, and returns when nothing is in the files but what is in the tables. */
  void erase(Consumer<JdbcStorage> use) {
    mend();
    door.closed(
        () -> {
          checkOpen();
          return workers.call(
              () ->
                  used(
                      storage -> {
                        use.accept(storage);
                        return compact();
                      }));
        });
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the storage in " + file + " is closed");
    }
  }

  private boolean compact() {
    try {
      database.compactAndClose();
      database = Database.open(file);
      return true;
    } catch (RuntimeException | Error e) {
      broken = true;
      throw e;
    }
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
    return "H2 " + Constants.VERSION + ", " + durability + ", " + file;
  }

  @Override
  public void close() {
    door.closed(
        () -> {
          if (!closed) {
            closed = true;
            end();
          }
          return closed;
        });
  }

  private void end() {
    writer.close();
    try {
      workers.call(
          () -> {
            try {
              database.close();
              return true;
            } catch (RuntimeException | Error e) {
              database.abandon();
              throw e;
            }
          });
    } finally {
      workers.close();
    }
  }
}
