package dev.hivemind.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Threads, files and class loaders of the engine. */
final class LuceneLifeTest {
  @TempDir Path directory = Path.of("");

  private RecallEngine open() {
    return new LuceneEngineProvider().open(directory);
  }

  private static IndexEntry entry(String id, String text) {
    return new IndexEntry(id, "w", Set.of(), Map.of("body", text));
  }

  private static int found(RecallEngine engine, String workspace) {
    CandidateQuery query = new CandidateQuery(workspace, Set.of("w"), Set.of(), "refund", 1_000);
    return engine.candidates(query).size();
  }

  private static List<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("hivemind-lucene"))
        .toList();
  }

  @Test
  void close_leavesNoThread() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    RecallEngine engine = open();
    engine.apply("pay", List.of(entry("a", "refund")), 1);
    assertThat(ours()).isNotEmpty().allMatch(Thread::isDaemon);
    engine.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && !thread.getName().contains("Attach"))
        .isEmpty();
  }

  @Test
  void closedEngine_refuses() {
    RecallEngine engine = open();
    engine.close();
    assertThatThrownBy(() -> engine.version("pay")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void interruptsDuringWork_spoilNothing() throws Exception {
    try (RecallEngine engine = open()) {
      Thread worker = Thread.currentThread();
      AtomicBoolean done = new AtomicBoolean();
      Thread tormentor =
          new Thread(
              () -> {
                while (!done.get()) {
                  worker.interrupt();
                  Thread.onSpinWait();
                }
              });
      tormentor.start();
      try {
        for (int i = 1; i <= 30; i++) {
          engine.apply("pay", List.of(entry("s" + i, "refund")), i);
          assertThat(found(engine, "pay")).isEqualTo(i);
        }
      } finally {
        done.set(true);
      }
      while (tormentor.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(engine.version("pay")).isEqualTo(30);
    }
  }

  @Test
  void manyWorkspaces_allAnswer() {
    try (RecallEngine engine = open()) {
      for (int i = 0; i < 70; i++) {
        engine.apply("tenant" + i, List.of(entry("a", "refund")), i + 1);
      }
      for (int i = 0; i < 70; i++) {
        assertThat(engine.version("tenant" + i)).isEqualTo(i + 1);
        assertThat(found(engine, "tenant" + i)).isEqualTo(1);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void manyWorkspaces_holdFewFiles() throws IOException {
    try (RecallEngine engine = open()) {
      for (int i = 0; i < 70; i++) {
        engine.apply("tenant" + i, List.of(entry("a", "refund")), 1);
      }
      long held = locksHeld();
      for (int look = 0; look < 10_000 && held > 64; look++) {
        assertThat(found(engine, "tenant69")).isEqualTo(1);
        held = locksHeld();
      }
      assertThat(held).isBetween(1L, 64L);
    }
    assertThat(locksHeld()).isZero();
  }

  private long locksHeld() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(this::isOurs).count();
    }
  }

  private boolean isOurs(Path descriptor) {
    try {
      Path target = Files.readSymbolicLink(descriptor);
      return target.startsWith(directory.toRealPath()) && target.endsWith("write.lock");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void workspaceNames_stayApartOnAnyFileSystem() throws IOException {
    List<String> names = List.of("pay", "Pay", "PAY", "con", "a:b", "a+b", "größe", "x".repeat(99));
    try (RecallEngine engine = open()) {
      for (int i = 0; i < names.size(); i++) {
        engine.apply(names.get(i), List.of(entry("a", "refund")), i + 1);
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(names.size())
          .allMatch(name -> name.matches("[a-z0-9-]{1,60}"));
    }
  }

  @Test
  void lookingAtUnknownWorkspaces_leavesNoFiles() throws IOException {
    try (RecallEngine engine = open()) {
      assertThat(engine.version("nobody")).isZero();
      assertThat(found(engine, "nobody")).isZero();
      engine.clear("nobody");
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void damagedGeneration_isDeleted() throws IOException {
    try (RecallEngine engine = open()) {
      engine.apply("pay", List.of(entry("a", "refund")), 1);
    }
    try (Stream<Path> files = Files.walk(directory)) {
      Path commit = files.filter(f -> f.toString().contains("segments_")).findFirst().orElseThrow();
      Files.write(commit, new byte[] {1, 2, 3});
    }
    try (RecallEngine engine = open()) {
      assertThat(engine.version("pay")).isZero();
    }
    try (Stream<Path> files = Files.walk(directory, 2)) {
      assertThat(files.filter(f -> f.getFileName().toString().matches("\\d+"))).hasSize(1);
    }
  }

  @Test
  void otherFormat_beginsAnew() throws IOException {
    try (RecallEngine engine = open()) {
      engine.apply("pay", List.of(entry("a", "refund")), 7);
    }
    try (Directory files = new MMapDirectory(generation());
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("version", "7", "format", "0/0.0.0").entrySet());
    }
    try (RecallEngine engine = open()) {
      assertThat(engine.version("pay")).isZero();
      assertThat(found(engine, "pay")).isZero();
      engine.apply("pay", List.of(entry("a", "refund")), 8);
    }
    try (RecallEngine engine = open()) {
      assertThat(engine.version("pay")).isEqualTo(8);
    }
  }

  private Path generation() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segments_"))
          .map(file -> file.resolveSibling(""))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void secondEngine_isRefusedAndSpoilsNothing() {
    try (RecallEngine first = open();
        RecallEngine second = open()) {
      first.apply("pay", List.of(entry("a", "refund")), 1);
      assertThatThrownBy(() -> second.version("pay"))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining("held by another engine");
      first.apply("pay", List.of(entry("b", "refund")), 2);
      assertThat(found(first, "pay")).isEqualTo(2);
    }
    try (RecallEngine again = open()) {
      assertThat(again.version("pay")).isEqualTo(2);
    }
  }

  @Test
  void entryTooLarge_isRefusedAndChangesNothing() {
    try (RecallEngine engine = open()) {
      engine.apply("pay", List.of(entry("a", "refund")), 1);
      assertThatThrownBy(
              () ->
                  engine.apply(
                      "pay", List.of(entry("b", "refund"), entry("x".repeat(40_000), "refund")), 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most");
      assertThat(engine.version("pay")).isEqualTo(1);
      assertThat(found(engine, "pay")).isEqualTo(1);
    }
  }

  @Test
  void provider_isFoundAndNeedsNoContextClassLoader() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader foreign = new URLClassLoader(new URL[0], null)) {
      Thread.currentThread().setContextClassLoader(foreign);
      RecallEngineProvider provider =
          ServiceLoader.load(RecallEngineProvider.class, getClass().getClassLoader())
              .findFirst()
              .orElseThrow();
      try (RecallEngine engine = provider.open(directory)) {
        engine.apply("pay", List.of(entry("a", "refund")), 1);
        assertThat(found(engine, "pay")).isEqualTo(1);
        assertThat(ours()).isNotEmpty().noneMatch(t -> t.getContextClassLoader() == foreign);
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
