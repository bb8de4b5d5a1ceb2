package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerFailureTest {
  @TempDir private Path directory;
  @TempDir private Path other;

  private Path file = Path.of("");
  private List<Storage> opened = new ArrayList<>();

  @BeforeEach
  void openStorage() {
    CutFileSystem.register();
    file = directory.resolve("hivemind.mv.db");
    opened.add(new H2Storage(Durability.POWER, CutFileSystem.NAME).open(directory));
  }

  @AfterEach
  void closeStorage() {
    opened.forEach(Storage::close);
  }

  private Storage storage() {
    return opened.get(0);
  }

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, "text of " + id);
  }

  private void after(byte[] powerFailure, Consumer<Storage> look) throws IOException {
    Path copy = Files.createTempDirectory(other, "after");
    Files.write(copy.resolve("hivemind.mv.db"), powerFailure);
    try (Storage found = new H2Storage().open(copy)) {
      look.accept(found);
    }
  }

  @Test
  void write_returned_survives() throws IOException {
    CutFileSystem.slow(file, 3_000_000);
    List<byte[]> left = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      storage().events().append(List.of(event("a" + i), event("b" + i)));
      left.add(CutFileSystem.afterPowerFailure(file));
      storage().skills().append(new SkillRow("w", "w", "s", i, "text " + i));
      left.add(CutFileSystem.afterPowerFailure(file));
      Checkpoint now = storage().events().checkpoint("w", "c");
      storage().events().advance(now, new Checkpoint("w", "c", i, "state " + i));
      left.add(CutFileSystem.afterPowerFailure(file));
    }
    for (int i = 0; i < left.size(); i++) {
      int write = i;
      after(
          left.get(i),
          found -> {
            assertThat(found.events().read("w", 0, 99)).hasSize(2 * ((write + 3) / 3));
            assertThat(found.skills().history("w", "s")).hasSize((write + 2) / 3);
            assertThat(found.events().checkpoint("w", "c").position()).isEqualTo((write + 1) / 3);
          });
    }
  }

  @Test
  void write_takenByTheBackgroundWriter_survives() throws Exception {
    CutFileSystem.slow(file, 10_000_000);
    List<byte[]> left = new ArrayList<>();
    BackgroundWriter background = new BackgroundWriter(directory);
    for (int i = 1; i <= 20; i++) {
      LockSupport.parkNanos(BackgroundWriter.IDLE_NANOS + 2_000_000);
      storage().events().append(List.of(event("e" + i)));
      left.add(CutFileSystem.afterPowerFailure(file));
    }
    background.stop();
    for (int i = 0; i < left.size(); i++) {
      int rows = i + 1;
      after(left.get(i), found -> assertThat(found.events().read("w", 0, 99)).hasSize(rows));
    }
  }

  @Test
  void row_seen_survives() throws IOException {
    CutFileSystem.slow(file, 5_000_000);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 30; i++) {
                storage().events().append(List.of(event("e" + i)));
              }
            });
    List<Integer> seen = new ArrayList<>();
    List<byte[]> left = new ArrayList<>();
    while (seen.size() < 8 || !writer.isDone()) {
      int rows = storage().events().read("w", 0, 99).size();
      if (seen.isEmpty() || rows > seen.get(seen.size() - 1)) {
        seen.add(rows);
        left.add(CutFileSystem.afterPowerFailure(file));
      }
      if (rows == 30) {
        break;
      }
    }
    writer.join();
    for (int i = 0; i < seen.size(); i++) {
      int rows = seen.get(i);
      after(
          left.get(i),
          found -> assertThat(found.events().read("w", 0, 99).size()).isGreaterThanOrEqualTo(rows));
    }
  }
}
