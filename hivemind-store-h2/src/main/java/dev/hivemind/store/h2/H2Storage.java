package dev.hivemind.store.h2;

import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Opens the stores of a home in one H2 database, the file {@code hivemind.mv.db}. Found by {@link
 * java.util.ServiceLoader} with {@link Durability#POWER}; another durability is given to the
 * builder as {@code storage(H2Storage.with(Durability.PROCESS))}. Immutable.
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
   * @throws dev.hivemind.HivemindException if the version of H2 is known to lose data, the
   *     directory's name cannot be used, another process holds the file, or the file is cut short,
   *     damaged, foreign or of a newer Hivemind; the message names it and the way out, and the file
   *     is left as it was
   */
  @Override
  public Storage open(Path directory) {
    H2Version.checkFound();
    return Home.open(DatabaseFile.in(directory, fileSystem), durability);
  }
}
