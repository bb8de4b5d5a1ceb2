package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Opens the stores of a home in one H2 database, the file {@code hivemind.mv.db}, and beside it
 * {@code hivemind.seal}, the checksum of the last close. Found by {@link java.util.ServiceLoader}
 * with {@link Durability#POWER}; another durability is given to the builder as {@code
 * storage(H2Storage.with(Durability.PROCESS))}. Immutable.
 *
 * <p>What it opens is thread-safe and keeps a few daemon threads until it is closed: workers that
 * alone touch the database, one for checkpoints, those of the pool and of H2. An interrupt of a
 * calling thread neither breaks a call off nor harms the database; it is still set when the call
 * returns. Documents and states have at most 1,048,576 characters.
 *
 * <p>Erasing writes the whole file anew, without what was erased, while other calls wait; it takes
 * room for a second copy, and about three seconds for 100 MB. Calls after close throw {@link
 * IllegalStateException}. One process may hold a directory; it must not be on a network file
 * system.
 */
public final class H2Storage implements StorageProvider {
  /** Survives interrupts of the threads that use it. */
  private static final String FILE_SYSTEM = "async";

  private final Durability durability;
  private final String fileSystem;

  /** Creates the default, {@link Durability#POWER}. */
  public H2Storage() {
    this(Durability.POWER, FILE_SYSTEM);
  }

  H2Storage(Durability durability, String fileSystem) {
    this.durability = Objects.requireNonNull(durability, "durability");
    this.fileSystem = fileSystem;
  }

  /** Returns a provider of the given durability. */
  public static H2Storage with(Durability durability) {
    return new H2Storage(durability, FILE_SYSTEM);
  }

  /**
   * Opens the database in a directory, or creates it.
   *
   * <p>Damage is noticed of a database that was closed: whatever bit of it changed. Of one whose
   * process died every row is read, and what H2 cannot read is noticed.
   *
   * @throws dev.hivemind.DamagedStoreException if the file is cut short or damaged; the message
   *     names it and the way out, and the file is left as it was
   * @throws dev.hivemind.HivemindException if the version of H2 is known to lose data, the
   *     directory's name cannot be used, another process holds the file, or the file is foreign or
   *     of a newer Hivemind; as above
   */
  @Override
  public Storage open(Path directory) {
    H2Version.checkFound();
    return Home.open(DatabaseFile.in(directory, fileSystem), durability);
  }

  /**
   * Restores a zip file that {@link Storage#backup} wrote; H2's own {@code BACKUP TO} of a home's
   * database makes the same.
   */
  @Override
  public void restore(Path backup, Path directory) {
    H2Version.checkFound();
    DatabaseFile file = DatabaseFile.in(directory, fileSystem);
    if (file.exists()) {
      throw new HivemindException(
          "the directory " + directory + " holds a database: restore into an empty one");
    }
    Home.restore(backup.toAbsolutePath().normalize(), file);
  }
}
