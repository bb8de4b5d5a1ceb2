package dev.hivemind.benchmarks;

import dev.hivemind.Codifier;
import dev.hivemind.FlushReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A Hivemind over stores in memory and the index users get, every setting its default but those
 * that would let a busy machine change a figure.
 */
final class Mind implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path directory;
  private final RecallEngine engine;
  private final Hivemind hivemind;

  Mind() {
    this(builder -> builder);
  }

  Mind(Codifier codifier) {
    this(builder -> builder.codifier(codifier));
  }

  Mind(UnaryOperator<HivemindBuilder> settings) {
    try {
      directory = Files.createTempDirectory("hivemind-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException("making a directory for the index", e);
    }
    engine =
        ServiceLoader.load(RecallEngineProvider.class)
            .findFirst()
            .orElseThrow(() -> new HivemindException("no recall engine on the class path"))
            .open(directory);
    hivemind =
        settings
            .apply(
                Hivemind.builder()
                    .eventStore(new InMemoryEventStore())
                    .skillStore(new InMemorySkillStore())
                    .recallEngine(engine)
                    .deadlines(PATIENCE, PATIENCE))
            .open();
  }

  Hivemind hivemind() {
    return hivemind;
  }

  /** Waits until everything recorded is mined and can be recalled. */
  void settle() {
    FlushReport flushed = hivemind.flush(PATIENCE);
    if (!flushed.complete()) {
      throw new IllegalStateException("not learned: " + flushed);
    }
  }

  @Override
  public void close() {
    hivemind.close();
    engine.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + directory, e);
    }
  }
}
