package dev.hivemind.benchmarks;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A temporary directory for an index, gone when closed. */
final class IndexDirectory implements AutoCloseable {
  private final Path path;

  IndexDirectory() {
    try {
      path = Files.createTempDirectory("hivemind-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException("making a directory for the index", e);
    }
  }

  Path path() {
    return path;
  }

  RecallEngine engine() {
    return engine(path);
  }

  static RecallEngine engine(Path directory) {
    return ServiceLoader.load(RecallEngineProvider.class)
        .findFirst()
        .orElseThrow(() -> new HivemindException("no recall engine on the class path"))
        .open(directory);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + path, e);
    }
  }
}
