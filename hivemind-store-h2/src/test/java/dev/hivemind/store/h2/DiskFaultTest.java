package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.h2.FaultyFileSystem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first call of a disk fails, then the second, and so on until none is left to fail; {@code
 * -Dhivemind.step=} goes faster. What was confirmed stays, what was refused can be sent again, and
 * nothing has to be opened again by the host.
 */
class DiskFaultTest {
  private static final int STEP = Integer.getInteger("hivemind.step", 3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GROUPS = 4;

  @TempDir private Path directory;

  @BeforeAll
  static void register() {
    FaultyFileSystem.register();
  }

  @AfterEach
  void heal() {
    FaultyFileSystem.heal();
  }

  @ParameterizedTest
  @EnumSource(names = {"DISK_FULL", "WRITE_ERROR", "FLUSH_ERROR"})
  void callOfADisk_thatFails_losesNothingConfirmed(Kind kind) throws IOException {
    int struck = 0;
    int nth = 1;
    while (survives(kind, nth)) {
      struck++;
      nth += STEP;
    }
    System.out.println(kind + ": " + struck + " of " + nth + " calls failed, nothing lost");
    assertThat(struck).isGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISK_FULL", "WRITE_ERROR", "FLUSH_ERROR"})
  void callOfADisk_thatFailsAtOpening_leavesTheDatabaseAsItWas(Kind kind) {
    H2Storage faulty = new H2Storage(Durability.POWER, FaultyFileSystem.NAME);
    try (Storage storage = faulty.open(directory)) {
      write(storage, 1);
    }
    int nth = 1;
    boolean struck = true;
    while (struck) {
      FaultyFileSystem.fail(kind, nth);
      try {
        faulty.open(directory).close();
      } catch (HivemindException e) {
        assertThat(e).hasMessageContaining(directory.toString());
      }
      struck = FaultyFileSystem.heal();
      nth += STEP;
      try (Storage storage = faulty.open(directory)) {
        assertThat(ids(storage)).as("%s at call %d", kind, nth).isEqualTo(ids(1));
      }
    }
    assertThat(nth).isGreaterThan(1 + STEP);
  }

  @Test
  void callOfADisk_thatFailsInReading_isNoDamage() throws IOException {
    Path first = Files.createDirectory(directory.resolve("first"));
    try (Storage storage = new H2Storage().open(first)) {
      write(storage, 1);
    }
    boolean struck = true;
    for (int nth = 1; struck; nth += STEP) {
      Path copy = Files.createDirectory(directory.resolve("copy-" + nth));
      try (Stream<Path> files = Files.list(first)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      FaultyFileSystem.fail(Kind.READ_ERROR, nth);
      try {
        new H2Storage(Durability.POWER, FaultyFileSystem.NAME).open(copy).close();
      } catch (HivemindException e) {
        assertThat(e).isNotInstanceOf(DamagedStoreException.class);
      }
      struck = FaultyFileSystem.heal();
    }
    try (Storage storage = new H2Storage().open(first)) {
      assertThat(ids(storage)).isEqualTo(ids(1));
    }
  }

  /** Returns whether the fault struck at all. */
  private boolean survives(Kind kind, int nth) throws IOException {
    Path home = Files.createTempDirectory(directory, "home");
    boolean struck;
    try (Storage storage = new H2Storage(Durability.POWER, FaultyFileSystem.NAME).open(home)) {
      FaultyFileSystem.fail(kind, nth);
      for (int i = 1; i <= GROUPS; i++) {
        write(storage, i);
        assertThat(ids(storage)).as("%s at call %d, group %d", kind, nth, i).isEqualTo(ids(i));
      }
      struck = FaultyFileSystem.heal();
    }
    try (Storage storage = new H2Storage().open(home)) {
      assertThat(ids(storage)).as("%s at call %d", kind, nth).isEqualTo(ids(GROUPS));
      assertThat(storage.skills().history("w", "s")).hasSize(GROUPS);
      assertThat(storage.events().checkpoint("w", "c").position()).isEqualTo(GROUPS);
    }
    return struck;
  }

  private static void write(Storage storage, int i) {
    retried(
        () -> storage.events().append(List.of(event("a" + i), event("b" + i))),
        () -> ids(storage).size() == 2 * i);
    retried(
        () -> storage.skills().append(new SkillRow("w", "w", "s", i, "text " + i)),
        () -> storage.skills().history("w", "s").size() == i);
    Checkpoint before = new Checkpoint("w", "c", i - 1, i == 1 ? "" : "state");
    retried(
        () -> storage.events().advance(before, new Checkpoint("w", "c", i, "state")),
        () -> storage.events().checkpoint("w", "c").position() == i);
  }

  private interface Asked {
    boolean isDone();
  }

  /**
   * Does what core does: asks again what was refused, looking first whether it was done. A file H2
   * lets go of by itself may take a while to be free.
   */
  private static void retried(Runnable write, Asked done) {
    List<HivemindException> refusals = new ArrayList<>();
    boolean confirmed = false;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!confirmed && (refusals.size() < 20 || System.nanoTime() < end)) {
      try {
        if (refusals.isEmpty() || !done.isDone()) {
          write.run();
        }
        confirmed = true;
      } catch (HivemindException e) {
        refusals.add(e);
        if (refusals.size() == 2) {
          FaultyFileSystem.fail(Kind.NONE, Integer.MIN_VALUE);
        }
      }
    }
    assertThat(confirmed)
        .as(() -> refusals.size() + " refusals, the first " + refusals.get(0))
        .isTrue();
  }

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, "text of " + id);
  }

  private static List<String> ids(Storage storage) {
    return storage.events().read("w", 0, 99).stream().map(EventRow::id).toList();
  }

  private static List<String> ids(int groups) {
    return IntStream.rangeClosed(1, groups)
        .boxed()
        .flatMap(i -> List.of("a" + i, "b" + i).stream())
        .toList();
  }
}
