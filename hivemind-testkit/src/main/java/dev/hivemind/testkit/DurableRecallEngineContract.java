package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      List<Path> names = filled();
      assertThat(names).isNotEmpty();
      for (Path name : names) {
        for (Damage damage : Damage.values()) {
          damaged(name, damage);
        }
      }
    }

    private List<Path> filled() throws IOException {
      reopened().clear(PAY);
      engine().apply(PAY, many(50, "s", PAY, "refund window"), 3);
      engine().apply(PAY, List.of(entry("s1", PAY, "refund ledger", "wire")), 4);
      reopened().close();
      return files().stream().map(directory::relativize).toList();
    }

    /** A file may have another name the next time: then the one in its place is damaged. */
    private void damaged(Path name, Damage damage) throws IOException {
      String at = damage + " of " + name;
      List<Path> now = filled();
      Path target = now.contains(name) ? name : now.get(Math.floorMod(at.hashCode(), now.size()));
      damage.to(directory.resolve(target));
      RecallEngine again = reopened();
      long version = again.version(PAY);
      assertThat(version).as(at).isIn(0L, 4L);
      assertThat(again.candidates(query(PAY, "refund", 100))).as(at).hasSize(version == 0 ? 0 : 50);
      again.apply(PAY, List.of(entry("new", PAY, "basket")), 5);
      again = reopened();
      assertThat(again.version(PAY)).as(at).isEqualTo(5);
      assertThat(ids(again.candidates(query(PAY, "basket", 9)))).as(at).containsExactly("new");
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

  /** What can happen to a file. */
  private enum Damage {
    FLIP_FIRST,
    FLIP_MIDDLE,
    FLIP_LAST,
    TRUNCATE,
    EMPTY,
    DELETE;

    void to(Path file) {
      try {
        if (this == DELETE) {
          Files.delete(file);
        } else {
          Files.write(file, of(Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] of(byte[] bytes) {
      if (bytes.length == 0 || this == EMPTY) {
        return new byte[0];
      }
      if (this == TRUNCATE) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
      }
      int at = this == FLIP_FIRST ? 0 : this == FLIP_MIDDLE ? bytes.length / 2 : bytes.length - 1;
      bytes[at] ^= 4;
      return bytes;
    }
  }
}
