package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a {@link RecallEngine} that keeps its index in a directory must do beside {@link
 * RecallEngineContract}: keep it over an orderly close, survive damage to any file, and leave no
 * byte of what was cleared.
 */
public abstract class DurableRecallEngineContract extends RecallEngineContract {
  @TempDir Path directory = Path.of("");

  /** For the engine's own test class. */
  protected DurableRecallEngineContract() {}

  /** Returns the provider under test. */
  protected abstract RecallEngineProvider provider();

  /** Returns the directory the engine of this test is in. */
  protected final Path directory() {
    return directory;
  }

  @Override
  protected final RecallEngine open() {
    return provider().open(directory);
  }

  @Nested
  @DisplayName("Keeping the index")
  class Keeping {
    @Test
    @DisplayName("a directory that does not exist yet is made")
    void missingDirectory_isMade() {
      try (RecallEngine other = provider().open(directory.resolve("new/recall"))) {
        other.apply(PAY, List.of(entry("a", PAY, "refund")), 1);
        assertThat(other.candidates(query(PAY, "refund", 10))).hasSize(1);
      }
    }

    @Test
    @DisplayName("after close and open it has the same version and answers the same")
    void reopened_isTheSame() {
      engine().apply(PAY, many(20, "s", PAY, "refund window"), 3);
      engine().apply(PAY, List.of(entry("s1", PAY, "refund ledger")), 4);
      engine().apply("Pay", List.of(entry("u", "Pay", "refund ledger")), 9);
      CandidateQuery query = query(PAY, "refund ledger", 100);
      List<Candidate> before = engine().candidates(query);
      RecallEngine again = reopened();
      assertThat(again.version(PAY)).isEqualTo(4);
      assertThat(again.version("Pay")).isEqualTo(9);
      assertThat(again.candidates(query)).isEqualTo(before).hasSize(20);
    }

    @Test
    @DisplayName("damage to any file is no error: version 0, or everything as it was")
    void damage_isNoError() throws IOException {
      engine().apply(PAY, wordy(), 60);
      engine().apply(PAY, List.of(entry("s1", PAY, "refund ledger", "wire")), 61);
      List<List<Candidate>> before = answers(engine());
      engine().close();
      Map<Path, byte[]> whole = contents();
      assertThat(whole).isNotEmpty();
      for (Path file : whole.keySet()) {
        for (Damage damage : Damage.all(whole.getOrDefault(file, new byte[0]).length)) {
          restore(whole);
          damage.to(file);
          String at = damage + " of " + file;
          RecallEngine again = reopened();
          long version = again.version(PAY);
          assertThat(version).as(at).isIn(0L, 61L);
          assertThat(answers(again))
              .as(at)
              .isEqualTo(version == 0 ? List.of(List.of(), List.of(), List.of()) : before);
          again.apply(PAY, List.of(entry("new", PAY, "basket")), 62);
          again = reopened();
          assertThat(again.version(PAY)).as(at).isEqualTo(62);
          assertThat(ids(again.candidates(query(PAY, "basket", 9)))).as(at).containsExactly("new");
          again.close();
        }
      }
    }

    private List<IndexEntry> wordy() {
      Random random = new Random(3);
      List<IndexEntry> entries = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        StringBuilder text = new StringBuilder("refund");
        for (int w = 0; w < 40; w++) {
          text.append(" word").append((char) ('a' + random.nextInt(26)));
        }
        entries.add(entry("s" + i, PAY, text.toString()));
      }
      return entries;
    }

    private List<List<Candidate>> answers(RecallEngine engine) {
      return List.of(
          engine.candidates(query(PAY, "refund", 100)),
          engine.candidates(query(PAY, "worda wordb wordm wordx wordz", 100)),
          engine.candidates(query(PAY, "ledger", 100)));
    }
  }

  @Nested
  @DisplayName("Clearing for good")
  class ClearingForGood {
    @Test
    @DisplayName("leaves no byte of the workspace in any file, also after reopening")
    void clear_leavesNoByte() throws IOException {
      engine().apply(PAY, List.of(entry("zebrafinch", PAY, "quokkaburrow")), 1);
      engine().apply(SHOP, List.of(entry("kept", SHOP, "basket")), 1);
      reopened().apply(PAY, List.of(entry("zebrafinch2", PAY, "quokkaburrow wombat")), 2);
      engine().clear(PAY);
      assertNoTrace();
      assertThat(ids(reopened().candidates(query(SHOP, "basket", 9)))).containsExactly("kept");
      assertNoTrace();
    }

    private void assertNoTrace() throws IOException {
      for (Path file : files()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain("zebrafinch", "quokka", "wombat");
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Map<Path, byte[]> contents() throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    for (Path file : files()) {
      contents.put(file, Files.readAllBytes(file));
    }
    return contents;
  }

  private void restore(Map<Path, byte[]> contents) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
      Files.createDirectories(file.getKey().resolveSibling(""));
      Files.write(file.getKey(), file.getValue());
    }
  }

  /**
   * What can happen to a file.
   *
   * @param kind what
   * @param place where, 0 to 1
   */
  private record Damage(Kind kind, double place) {
    private static final int STEP = 64;
    private static final int FLIPS = 60;

    private enum Kind {
      FLIP,
      TRUNCATE,
      DELETE
    }

    /** Returns a flip in every {@value #STEP} bytes, at most {@value #FLIPS}, and the rest. */
    static List<Damage> all(int length) {
      List<Damage> all = new ArrayList<>();
      int flips = Math.min(FLIPS, 2 + length / STEP);
      for (int i = 0; i < flips; i++) {
        all.add(new Damage(Kind.FLIP, (i + .5) / flips));
      }
      all.add(new Damage(Kind.TRUNCATE, 0));
      all.add(new Damage(Kind.TRUNCATE, .5));
      all.add(new Damage(Kind.DELETE, 0));
      return all;
    }

    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      int at = (int) (place * bytes.length);
      if (kind == Kind.DELETE) {
        Files.delete(file);
      } else if (kind == Kind.TRUNCATE || bytes.length == 0) {
        Files.write(file, Arrays.copyOf(bytes, at));
      } else {
        bytes[at] ^= 4;
        Files.write(file, bytes);
      }
    }
  }
}
