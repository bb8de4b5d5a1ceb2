package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2StorageTest {
  @TempDir private Path directory;

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, "text of " + id);
  }

  private static SkillRow skill(int revision) {
    return new SkillRow("w", "w/team", "s", revision, "text " + revision);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void provider_isFoundAndPowerSafe() {
    StorageProvider found = ServiceLoader.load(StorageProvider.class).findFirst().orElseThrow();
    assertThat(found).isInstanceOf(H2Storage.class);
    try (Storage storage = found.open(directory)) {
      assertThat(storage.description()).contains("POWER", "H2 2.", "hivemind.mv.db");
    }
  }

  @Test
  void home_holdsTheDatabaseAndItsSeal_ofTheirOwnerOnly() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(List.of(event("e")));
      storage.events().erase("w", List.of("e"));
      storage.events().append(List.of(event("e")));
      assertThat(files(directory)).containsExactly(directory.resolve("hivemind.mv.db"));
    }
    Path file = directory.resolve("hivemind.mv.db");
    Path seal = directory.resolve("hivemind.seal");
    assertThat(files(directory)).containsExactly(file, seal);
    for (Path one : List.of(file, seal)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
          .isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "MODE=x;y", "a\\b"})
  void path_thatH2Misreads_isRefused(String name) throws IOException {
    Path bad = Files.createDirectory(directory.resolve(name));
    assertThatThrownBy(() -> new H2Storage().open(bad))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("another directory");
    assertThat(files(bad)).isEmpty();
    assertThat(files(directory)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"with blank", "caf\u00e9 \u65e5\u672c", "it's \"quoted\"", "~", "100%", "a:b"})
  void path_withOddLetters_works(String name) throws IOException {
    Path odd = Files.createDirectory(directory.resolve(name));
    try (Storage storage = new H2Storage().open(odd)) {
      storage.skills().append(skill(1));
    }
    assertThat(files(odd))
        .containsExactly(odd.resolve("hivemind.mv.db"), odd.resolve("hivemind.seal"));
  }

  @Test
  void storage_closed() {
    Storage storage = new H2Storage().open(directory);
    storage.skills().append(skill(1));
    storage.close();
    assertThatCode(storage::close).doesNotThrowAnyException();
    assertThatIllegalStateException().isThrownBy(() -> storage.skills().newest("w", "s"));
    assertThatIllegalStateException().isThrownBy(() -> storage.skills().append(skill(2)));
    assertThatIllegalStateException().isThrownBy(() -> storage.events().workspaces());
    assertThatIllegalStateException().isThrownBy(() -> storage.events().erase("w", List.of("e")));
    assertThat(storage.description()).contains("POWER");
  }

  @Test
  void stores_areTheSameEveryTime() {
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.events()).isSameAs(storage.events());
      assertThat(storage.skills()).isSameAs(storage.skills());
    }
  }

  @Test
  void close_amongCalls_letsThemEndOrRefusesThem() {
    Storage storage = new H2Storage().open(directory);
    AtomicInteger kept = new AtomicInteger();
    List<CompletableFuture<Void>> writers =
        Stream.of("a", "b", "c")
            .map(name -> CompletableFuture.runAsync(() -> writeUntilClosed(storage, name, kept)))
            .toList();
    while (kept.get() < 20) {
      Thread.onSpinWait();
    }
    storage.close();
    writers.forEach(CompletableFuture::join);
    try (Storage again = new H2Storage().open(directory)) {
      assertThat(again.events().read("w", 0, Integer.MAX_VALUE)).hasSize(kept.get());
    }
  }

  private static void writeUntilClosed(Storage storage, String name, AtomicInteger kept) {
    try {
      for (int i = 0; ; i++) {
        storage.events().append(List.of(event(name + i)));
        kept.incrementAndGet();
      }
    } catch (IllegalStateException closed) {
      assertThat(closed).hasMessageContaining("closed");
    }
  }

  @Test
  void threads_areDaemonsAndGoneAfterClose() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Storage storage = new H2Storage().open(directory);
    storage.events().append(List.of(event("e")));
    storage.events().erase("w", List.of("e"));
    storage.events().append(List.of(event("e")));
    Set<Thread> during = started(before);
    assertThat(during).isNotEmpty().allMatch(Thread::isDaemon);
    assertThat(during).anyMatch(thread -> thread.getName().startsWith("hivemind-h2-writer"));
    storage.close();
    for (int i = 0; i < 500 && !started(before).isEmpty(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(started(before)).isEmpty();
  }

  /** Threads that the JDK keeps for asynchronous files are its own, for the next file. */
  private static Set<Thread> started(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .filter(thread -> !thread.getName().matches("Thread-\\d+|.*surefire.*"))
        .collect(Collectors.toSet());
  }

  @Test
  void interrupts_neitherBreakACallNorTheDatabase() throws InterruptedException {
    long seed = Long.getLong("hivemind.seed", 11);
    Random random = new Random(seed);
    try (Storage storage = new H2Storage().open(directory)) {
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger calls = new AtomicInteger();
      CompletableFuture<Void> outcome = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  while (!stop.get()) {
                    int call = calls.incrementAndGet();
                    storage.events().append(List.of(event("e" + call)));
                    storage.skills().append(skill(call));
                    storage.events().read("w", call - 1, 1);
                  }
                  outcome.complete(null);
                } catch (RuntimeException e) {
                  outcome.completeExceptionally(e);
                }
              });
      caller.start();
      for (int i = 0; i < 200; i++) {
        LockSupport.parkNanos(random.nextInt(2_000_000));
        caller.interrupt();
      }
      stop.set(true);
      caller.join();
      assertThat(caller.isInterrupted() || !caller.isAlive()).isTrue();
      assertThat(outcome).as("seed " + seed).isCompleted();
      assertThat(storage.events().read("w", 0, Integer.MAX_VALUE)).hasSize(calls.get());
      assertThat(storage.skills().history("w", "s")).hasSize(calls.get());
    }
  }

  @Test
  void interrupt_isStillSetAfterTheCall() {
    try (Storage storage = new H2Storage().open(directory)) {
      Thread.currentThread().interrupt();
      storage.events().append(List.of(event("e")));
      assertThat(Thread.interrupted()).isTrue();
      Thread.currentThread().interrupt();
      storage.events().erase("w", List.of("e"));
      assertThat(Thread.interrupted()).isTrue();
      Thread.currentThread().interrupt();
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESS", "RELAXED"})
  void numbers_thatACrashMayTakeBack_areNotUsedAgain(Durability durability) {
    long before;
    try (Storage storage = H2Storage.with(durability).open(directory)) {
      before = storage.skills().append(skill(1));
    }
    try (Storage storage = H2Storage.with(durability).open(directory)) {
      assertThat(storage.skills().append(skill(2))).isGreaterThan(before + 1_000_000);
    }
  }

  @Test
  void numbers_ofAPowerSafeStore_goOnAsTheyWere() {
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.skills().append(skill(1))).isEqualTo(1);
    }
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.skills().append(skill(2))).isEqualTo(2);
    }
  }

  @Test
  void version_knownToLoseRows_isRefused() {
    assertThatThrownBy(() -> H2Version.check("2.5.250"))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("2.5.250")
        .hasMessageContaining("2.4.240");
    assertThatThrownBy(() -> H2Version.check("2.5.252")).isInstanceOf(HivemindException.class);
    assertThatThrownBy(() -> H2Version.check("1.4.200")).isInstanceOf(HivemindException.class);
    assertThatThrownBy(() -> H2Version.check("2.2.224")).isInstanceOf(HivemindException.class);
    assertThatCode(() -> H2Version.check("2.3.232")).doesNotThrowAnyException();
    assertThatCode(() -> H2Version.check("2.4.240")).doesNotThrowAnyException();
    assertThatCode(H2Version::checkFound).doesNotThrowAnyException();
  }
}
