package dev.hivemind.core.backup;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens the storage of a home, or puts another in its place: what was there moves to {@code
 * aside/<number>}, whole, and is never deleted.
 *
 * <p>The new one is made beside, in {@code data-new}, and takes its place when it is complete. A
 * process that dies before leaves the old one where it was; one that dies between the two moves is
 * finished by the next open, which finds no {@code data}. The manifests of published roots move
 * along: with them, files newer than the restored library would count as its own and be
 * overwritten.
 */
public final class Recovery {
  private static final String DATA = "data";
  private static final List<String> BOUND_TO_IT = List.of("roots");

  private final Path home;
  private final StorageProvider provider;

  /** Creates for a home that is held. */
  public Recovery(Path home, StorageProvider provider) {
    this.home = home;
    this.provider = provider;
  }

  private Path data() {
    return home.resolve(DATA);
  }

  private Path incoming() {
    return home.resolve(DATA + "-new");
  }

  /**
   * Opens. What is damaged is replaced by the newest backup that is whole, and {@code report} hears
   * of it.
   *
   * @throws DamagedStoreException if it is damaged and there is no such backup; nothing is changed
   */
  public Storage open(Consumer<String> report) {
    try {
      finish();
      Directories.create(data());
      return provider.open(data());
    } catch (DamagedStoreException damage) {
      report.accept(replaced(damage));
      return provider.open(data());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void finish() throws IOException {
    if (Files.isDirectory(incoming()) && !Files.exists(data())) {
      Files.move(incoming(), data(), StandardCopyOption.ATOMIC_MOVE);
      Directories.sync(home);
    }
    Directories.delete(incoming());
  }

  private String replaced(DamagedStoreException damage) {
    try {
      for (Path backup : Backups.newestFirst(home)) {
        try {
          Path aside = install(directory -> provider.restore(backup, directory));
          return "the database was damaged: it is now in "
              + aside
              + ", and the backup of "
              + Backups.time(backup)
              + " has taken its place; of what came later, only what is in published files is left";
        } catch (DamagedStoreException | UnsupportedOperationException e) {
          damage.addSuppressed(e);
        }
      }
    } catch (IOException e) {
      damage.addSuppressed(e);
    }
    throw damage;
  }

  /**
   * Restores a backup into a home without memories.
   *
   * @throws HivemindException if there is something in its place, or the file is no whole backup
   */
  public void restore(Path backup) {
    fill(directory -> restore(backup, directory));
  }

  private void restore(Path backup, Path directory) {
    try {
      provider.restore(backup, directory);
    } catch (UnsupportedOperationException e) {
      throw new HivemindException(
          "the storage cannot restore the backup " + backup + ": use the one that wrote it", e);
    }
  }

  /**
   * Reads an export into a home without memories.
   *
   * @throws HivemindException if there is something in its place, or the file is no whole export
   */
  public void read(ExportFile export) {
    fill(
        directory -> {
          try (Storage storage = provider.open(directory)) {
            new Importer(storage.events(), storage.skills()).read(export);
          }
        });
  }

  private void fill(Consumer<Path> filling) {
    try {
      finish();
      if (!Directories.empty(data())) {
        throw new HivemindException(
            "the home "
                + home
                + " has memories already, in "
                + data()
                + ": restore into another home, or move that away first");
      }
      // As long as there is a place for it, what is made beside is not taken for complete.
      Directories.create(data());
      install(filling);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Puts what a filling makes into the place of what is there, which it returns the new place of.
   */
  private Path install(Consumer<Path> filling) throws IOException {
    Directories.delete(incoming());
    try {
      filling.accept(Directories.create(incoming()));
    } catch (RuntimeException | Error e) {
      Directories.delete(incoming());
      throw e;
    }
    Directories.sync(incoming());
    Path aside = aside();
    for (String name : BOUND_TO_IT) {
      setAside(name, aside);
    }
    if (Directories.empty(data())) {
      Files.delete(data());
    } else {
      setAside(DATA, aside);
    }
    Files.move(incoming(), data(), StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(home);
    return aside;
  }

  private void setAside(String name, Path aside) throws IOException {
    if (Files.exists(home.resolve(name))) {
      Directories.create(aside);
      Files.move(home.resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Directories.sync(aside);
      Directories.sync(aside.resolveSibling(""));
      Directories.sync(home);
    }
  }

  private Path aside() throws IOException {
    Path all = home.resolve("aside");
    int number = 1 + Directories.entries(all).size();
    while (Files.exists(all.resolve(Integer.toString(number)))) {
      number++;
    }
    return all.resolve(Integer.toString(number));
  }

  private HivemindException unusable(IOException e) {
    return new HivemindException(
        "the home " + home + " cannot be used (" + e + "): look at its disk and its rights", e);
  }
}
