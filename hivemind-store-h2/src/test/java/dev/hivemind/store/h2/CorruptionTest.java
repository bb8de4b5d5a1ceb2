package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single bits and cut ends; {@code -Dhivemind.damages=} says how many of each. */
class CorruptionTest {
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_320L);

  private final Random random = new Random(SEED);

  @TempDir private Path directory;
  @TempDir private Path other;

  private Path file = Path.of("");
  private byte[] whole = new byte[0];

  @BeforeEach
  void writeDatabase() throws IOException {
    file = directory.resolve("hivemind.mv.db");
    try (Storage storage = new H2Storage().open(directory)) {
      for (int i = 0; i < 30; i++) {
        storage.events().append(List.of(event(i)));
        storage.skills().append(new SkillRow("w", "w", "s", i + 1, text(100 + i)));
      }
    }
    whole = Files.readAllBytes(file);
  }

  private static EventRow event(int number) {
    return new EventRow("w", 0, "e" + number, "prompt", Instant.EPOCH, text(number));
  }

  private static String text(int seed) {
    return new Random(seed)
        .ints(2000, ' ', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void assertIsNoticed(byte[] damaged, String what) throws IOException {
    Files.write(file, damaged);
    assertThatThrownBy(() -> new H2Storage().open(directory))
        .as(what)
        .isInstanceOf(DamagedStoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("left as it was");
    assertThat(Files.readAllBytes(file)).as(what).isEqualTo(damaged);
  }

  @Test
  void bit_changedAnywhere_isNoticed() throws IOException {
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      int bit = random.nextInt(8);
      damaged[at] ^= (byte) (1 << bit);
      assertIsNoticed(damaged, "seed " + SEED + ", bit " + bit + " of byte " + at);
    }
    Files.write(file, whole);
    new H2Storage().open(directory).close();
  }

  @Test
  void end_cutAnywhere_isNoticed() throws IOException {
    for (int i = 0; i < DAMAGES; i++) {
      int length = random.nextInt(whole.length);
      assertIsNoticed(Arrays.copyOf(whole, length), "seed " + SEED + ", cut to " + length);
    }
  }

  @Test
  void file_thatIsOlder_isNoDamage() throws IOException {
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(List.of(event(30)));
    }
    Files.write(file, whole);
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.events().read("w", 0, 99)).hasSize(30);
    }
  }

  @Test
  void seal_missingOrBroken_isNoDamage() throws IOException {
    Path seal = directory.resolve("hivemind.seal");
    for (String text : List.of("", "-1 zz H:2\n", Files.readString(seal) + "x")) {
      Files.writeString(seal, text);
      assertThatCode(() -> new H2Storage().open(directory).close()).doesNotThrowAnyException();
      assertThat(Files.readString(seal)).endsWith("\n").startsWith(Files.size(file) + " ");
    }
    Files.delete(seal);
    assertThatCode(() -> new H2Storage().open(directory).close()).doesNotThrowAnyException();
  }

  /**
   * Without a seal, as after a kill: what opens has every row as it was, or says that it cannot.
   */
  @Test
  void bit_changedInAFileThatWasNotClosed_neverHidesARow() throws IOException {
    Files.delete(directory.resolve("hivemind.seal"));
    int noticed = 0;
    int words = 0;
    for (int i = 0; i < DAMAGES / 4; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Path copy = Files.createTempDirectory(other, "copy");
      Files.write(copy.resolve("hivemind.mv.db"), damaged);
      try (Storage storage = new H2Storage().open(copy)) {
        List<EventRow> rows = storage.events().read("w", 0, 99);
        assertThat(rows).as("seed " + SEED + ", byte " + at).hasSize(30);
        words += rows.stream().anyMatch(row -> !row.document().equals(text(row))) ? 1 : 0;
      } catch (DamagedStoreException e) {
        noticed++;
      }
    }
    System.out.println(
        DAMAGES / 4 + " bits, not closed: " + noticed + " noticed, " + words + " changed an event");
  }

  private static String text(EventRow row) {
    return text(Integer.parseInt(row.id().substring(1)));
  }
}
