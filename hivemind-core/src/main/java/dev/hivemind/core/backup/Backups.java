package dev.hivemind.core.backup;

import dev.hivemind.HivemindException;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The backups a home makes by itself, at most one a day: {@code backups/<number>.backup}, the
 * highest number is the newest, its modification time says when. Runs on the learner's thread.
 */
public final class Backups {
  private static final int KEPT = 3;
  private static final Duration APART = Duration.ofDays(1);
  private static final long PAUSE = TimeUnit.HOURS.toNanos(1);
  private static final String SUFFIX = ".backup";

  private final Path directory;
  private final Storage storage;
  private final InstantSource clock;
  private final Monitor monitor;
  private boolean supported = true;
  private boolean none;
  // When the newest was made; the opening while there is none.
  private Instant last;
  private long notBefore = System.nanoTime();

  /** Creates for an open storage of a home. */
  public Backups(Path home, Storage storage, InstantSource clock, Monitor monitor) {
    this.directory = directory(home);
    this.storage = storage;
    this.clock = clock;
    this.monitor = monitor;
    this.last = clock.instant();
    this.none = true;
    look();
  }

  private void look() {
    try {
      for (Path newest : newestFirst().stream().limit(1).toList()) {
        none = false;
        last = time(newest);
      }
    } catch (IOException e) {
      monitor.failed("backup", e);
    }
  }

  private static Path directory(Path home) {
    return home.resolve("backups");
  }

  /** Returns the backups of a home, newest first. */
  static List<Path> newestFirst(Path home) throws IOException {
    return Directories.entries(directory(home)).stream()
        .filter(file -> file.getFileName().toString().matches("\\d{1,9}\\" + SUFFIX))
        .sorted(Comparator.comparingInt(Backups::number).reversed())
        .toList();
  }

  private static int number(Path backup) {
    String name = backup.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
  }

  private List<Path> newestFirst() throws IOException {
    return newestFirst(directory.resolveSibling(""));
  }

  /** Makes one if the newest, or if there is none the opening of the home, is a day old. */
  public void daily() {
    if (supported && old() && System.nanoTime() - notBefore >= 0) {
      make();
    }
  }

  /** Makes one if there is none, or if the newest is a day old. */
  public void atClose() {
    if (supported && (none || old())) {
      make();
    }
  }

  /** A time in the future is that of a clock that was wrong. */
  private boolean old() {
    Duration age = Duration.between(last, clock.instant());
    return age.isNegative() || age.compareTo(APART) >= 0;
  }

  /** Removes all: they hold what shall be forgotten. */
  public void clear() {
    try {
      Directories.delete(directory);
      Directories.sync(directory.resolveSibling(""));
      none = true;
    } catch (IOException e) {
      throw new HivemindException(
          "the backups in " + directory + " cannot be deleted (" + e + "): delete them", e);
    }
  }

  private void make() {
    notBefore = System.nanoTime() + PAUSE;
    try {
      List<Path> before = newestFirst();
      int number = before.isEmpty() ? 1 : number(before.get(0)) + 1;
      Path file = Directories.create(directory).resolve("%06d%s".formatted(number, SUFFIX));
      new NewFile(file).filled(storage::backup);
      none = false;
      last = clock.instant();
      Files.setLastModifiedTime(file, FileTime.from(last));
      for (Path old : before.subList(Math.min(KEPT - 1, before.size()), before.size())) {
        Files.deleteIfExists(old);
      }
    } catch (UnsupportedOperationException e) {
      supported = false;
    } catch (IOException | RuntimeException e) {
      monitor.failed("backup", e);
    }
  }

  static Instant time(Path backup) throws IOException {
    return Files.getLastModifiedTime(backup).toInstant();
  }
}
