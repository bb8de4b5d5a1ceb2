package dev.hivemind.core.home;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A place for what follows from the stores and may go with the process; its owner's only. */
public final class TemporaryDirectory implements AutoCloseable {
  private final Path path;

  private TemporaryDirectory(Path path) {
    this.path = path;
  }

  /**
   * Creates one.
   *
   * @throws HivemindException if the system has no room for one
   */
  public static TemporaryDirectory create() {
    try {
      return new TemporaryDirectory(Files.createTempDirectory("hivemind-"));
    } catch (IOException e) {
      throw new HivemindException(
          "no temporary directory can be made for the index (" + e + "): give a home", e);
    }
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }

  /** Deletes it with all that is in it. Idempotent. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
