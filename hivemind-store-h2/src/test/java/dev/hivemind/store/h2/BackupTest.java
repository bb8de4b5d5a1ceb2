package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_321L);
  private static final int GROUP = 5;

  @TempDir private Path directory;
  @TempDir private Path other;

  private static List<EventRow> group(int number) {
    return IntStream.range(0, GROUP)
        .mapToObj(i -> "g" + number + "-" + i)
        .map(id -> new EventRow("w", 0, id, "prompt", Instant.EPOCH, text(id)))
        .toList();
  }

  /** Random words, which a compression leaves as they are for the most part. */
  private static String text(String id) {
    Random random = new Random(id.hashCode());
    return IntStream.range(0, 60)
        .mapToObj(i -> Long.toString(random.nextLong() >>> 1, 36))
        .collect(Collectors.joining(" "));
  }

  private static long found(String id, String bytes) {
    return Stream.of(text(id).split(" ", -1)).filter(bytes::contains).count();
  }

  private static SkillRow skill(int revision) {
    return new SkillRow("w", "w", "s", revision, "text " + revision);
  }

  private Path backup(String name) {
    return other.resolve(name);
  }

  private Storage restored(Path backup) throws IOException {
    Path home = Files.createTempDirectory(other, "restored");
    new H2Storage().restore(backup, home);
    return new H2Storage().open(home);
  }

  @Test
  void backup_holdsWhatWasThere_exactly() throws IOException {
    Path copy = backup("one");
    List<EventRow> events;
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(group(1));
      storage.skills().append(skill(1));
      storage.skills().append(skill(2));
      storage.events().advance(Checkpoint.start("w", "c"), new Checkpoint("w", "c", 3, "state"));
      events = storage.events().read("w", 0, 99);
      assertThat(storage.backup(copy)).isEqualTo(new RowCount(GROUP, 2));
      storage.events().append(group(2));
      storage.skills().append(skill(3));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    try (Storage storage = restored(copy)) {
      assertThat(storage.events().read("w", 0, 99)).isEqualTo(events);
      assertThat(storage.skills().history("w", "s")).containsExactly(skill(1), skill(2));
      assertThat(storage.events().checkpoint("w", "c"))
          .isEqualTo(new Checkpoint("w", "c", 3, "state"));
      // Positions and versions that were given out after the backup are not given out again.
      assertThat(storage.skills().append(skill(3))).isGreaterThan(1L << 32);
      storage.events().append(group(3));
      assertThat(storage.events().read("w", GROUP, 99).get(0).position()).isGreaterThan(1L << 32);
    }
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.events().read("w", 0, 99)).hasSize(2 * GROUP);
    }
    assertThat(directory.toFile().list()).containsOnly("hivemind.mv.db", "hivemind.seal");
  }

  @Test
  void backup_whileOthersWrite_isAStateThereWas() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      AtomicInteger written = new AtomicInteger();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= 100; i++) {
                  storage.events().append(group(i));
                  storage.skills().append(skill(i));
                  written.set(i);
                }
              });
      for (int i = 0; i < 3; i++) {
        int before = written.get();
        RowCount rows = storage.backup(backup("b" + i));
        int after = written.get();
        assertThat(rows.events() / GROUP).isBetween((long) before, after + 1L);
        try (Storage found = restored(backup("b" + i))) {
          List<EventRow> events = found.events().read("w", 0, Integer.MAX_VALUE);
          assertThat(events).hasSize((int) rows.events());
          assertThat(events.size() % GROUP).isZero();
          assertThat(found.skills().history("w", "s").size())
              .isBetween(events.size() / GROUP - 1, events.size() / GROUP);
        }
      }
      writer.join();
      assertThat(storage.events().read("w", 0, Integer.MAX_VALUE)).hasSize(100 * GROUP);
    }
  }

  @Test
  void erased_isInNoLaterBackup() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(group(1));
      storage.events().append(group(2));
      storage.events().erase("w", group(1).stream().map(EventRow::id).toList());
      storage.backup(backup("late"));
    }
    Path plain = other.resolve("plain");
    new Copy(backup("late")).extracted(DatabaseFile.in(Files.createDirectory(plain), "async"));
    String bytes = Files.readString(plain.resolve("hivemind.mv.db"), StandardCharsets.ISO_8859_1);
    assertThat(found("g2-1", bytes)).isGreaterThan(5);
    assertThat(found("g1-1", bytes)).isZero();
  }

  @Test
  void backup_damagedOrForeign_isRefused() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(group(1));
      storage.backup(backup("one"));
    }
    byte[] whole = Files.readAllBytes(backup("one"));
    Random random = new Random(SEED);
    int opened = 0;
    for (int i = 0; i < 2 * DAMAGES; i++) {
      byte[] damaged =
          i % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
      int at = random.nextInt(whole.length);
      if (i % 2 == 0) {
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.write(backup("damaged"), damaged);
      // What a zip does not vouch for, as the time of an entry, does no harm.
      try (Storage storage = restored(file)) {
        assertThat(storage.events().read("w", 0, 99)).hasSize(GROUP);
        opened++;
      } catch (DamagedStoreException e) {
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
    assertThat(opened).isLessThan(DAMAGES);
    Path text = Files.writeString(backup("text"), "no backup");
    assertThatThrownBy(() -> restored(text)).isInstanceOf(DamagedStoreException.class);
  }

  @Test
  void restore_ontoADatabase_isRefused() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      storage.backup(backup("one"));
    }
    byte[] before = Files.readAllBytes(directory.resolve("hivemind.mv.db"));
    assertThatThrownBy(() -> new H2Storage().restore(backup("one"), directory))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("holds a database");
    assertThat(Files.readAllBytes(directory.resolve("hivemind.mv.db"))).isEqualTo(before);
  }

  @Test
  void backup_ontoAFile_isRefused() throws IOException {
    Path taken = Files.writeString(backup("taken"), "mine");
    try (Storage storage = new H2Storage().open(directory)) {
      assertThatThrownBy(() -> storage.backup(taken)).isInstanceOf(HivemindException.class);
      storage.events().append(group(1));
    }
    assertThat(Files.readString(taken)).isEqualTo("mine");
  }
}
