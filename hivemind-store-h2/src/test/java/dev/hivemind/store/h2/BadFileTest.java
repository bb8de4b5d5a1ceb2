package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFileTest {
  @TempDir private Path directory;

  private Path file = Path.of("");

  @BeforeEach
  void setPath() {
    file = directory.resolve("hivemind.mv.db");
  }

  private static EventRow event(int number) {
    String document =
        new Random(number)
            .ints(2000, ' ', '~')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new EventRow("w", 0, "e" + number, "prompt", Instant.EPOCH, document);
  }

  private void writeDatabase() {
    try (Storage storage = new H2Storage().open(directory)) {
      for (int i = 0; i < 30; i++) {
        storage.events().append(List.of(event(i)));
      }
    }
  }

  private AbstractThrowableAssert<?, ?> assertIsRefusedAndLeftAlone() throws IOException {
    byte[] before = Files.readAllBytes(file);
    AbstractThrowableAssert<?, ?> refused =
        assertThatThrownBy(() -> new H2Storage().open(directory))
            .isInstanceOf(HivemindException.class)
            .hasMessageContaining(file.toString())
            .hasMessageContaining("left as it was");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(directory.toFile().list()).isSubsetOf("hivemind.mv.db", "hivemind.seal");
    return refused;
  }

  @ParameterizedTest
  @ValueSource(doubles = {.999, .99, .9, .7, .5, .3, .1, .01})
  void file_cutShort_isRefused_andOpensOnceItIsRestored(double part) throws IOException {
    writeDatabase();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));
    assertIsRefusedAndLeftAlone().hasMessageContaining("restore it from a backup");
    Files.write(file, whole);
    try (Storage storage = new H2Storage().open(directory)) {
      assertThat(storage.events().read("w", 0, 99)).hasSize(30);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 4095, 4096, 8191, 8192, 12288, 20000})
  void file_cutToAlmostNothing_isRefused(int length) throws IOException {
    writeDatabase();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertIsRefusedAndLeftAlone();
  }

  @Test
  void file_ofText_isRefused() throws IOException {
    Files.writeString(file, "# Notes\n".repeat(5000));
    assertIsRefusedAndLeftAlone().hasMessageContaining("no H2 database");
  }

  @Test
  void file_withoutItsHeader_isRefused() throws IOException {
    writeDatabase();
    byte[] whole = Files.readAllBytes(file);
    Arrays.fill(whole, 0, 8192, (byte) 0);
    Files.write(file, whole);
    assertIsRefusedAndLeftAlone();
  }

  @Test
  void database_ofSomebodyElse_isRefused() throws IOException, SQLException {
    DatabaseFile place = DatabaseFile.in(directory, "async");
    try (Connection theirs = Database.source(place, "SA", ";TRACE_LEVEL_FILE=0").getConnection()) {
      theirs.createStatement().execute("CREATE TABLE t (a INT)");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> new H2Storage().open(directory))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not made by Hivemind");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(directory.toFile().list()).containsExactly("hivemind.mv.db");
    try (Connection theirs = Database.source(place, "SA", "").getConnection()) {
      assertThatCode(() -> theirs.createStatement().execute("SELECT * FROM t"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void database_ofANewerHivemind_isRefused() throws IOException, SQLException {
    writeDatabase();
    DatabaseFile place = DatabaseFile.in(directory, "async");
    try (Connection admin = Database.source(place, Database.ADMIN, "").getConnection()) {
      admin.createStatement().execute("INSERT INTO hivemind_schema VALUES (42)");
      admin.createStatement().execute("SHUTDOWN");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> new H2Storage().open(directory))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("schema 42")
        .hasMessageContaining("knows up to ");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void database_openInThisProcess_isRefused_andGoesOn() {
    try (Storage first = new H2Storage().open(directory)) {
      assertThatThrownBy(() -> new H2Storage().open(directory))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("in use");
      first.events().append(List.of(event(1)));
      assertThat(first.events().read("w", 0, 9)).hasSize(1);
    }
    try (Storage second = new H2Storage().open(directory)) {
      assertThat(second.events().read("w", 0, 9)).hasSize(1);
    }
  }

  @Test
  void database_openInAnotherProcess_isRefused() throws IOException, InterruptedException {
    try (ChildProcess holder =
        ChildProcess.run(KilledWriter.class, directory.toString(), "RELAXED")) {
      assertThat(holder.lines(1)).hasSize(1);
      assertThatThrownBy(() -> new H2Storage().open(directory))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("in use by another process");
      assertThat(holder.lines(1)).hasSize(1);
      holder.kill();
    }
    assertThatCode(() -> new H2Storage().open(directory).close()).doesNotThrowAnyException();
  }

  @Test
  void draft_leftByACrash_isMadeAnew() throws IOException {
    Files.writeString(directory.resolve("hivemind-new.mv.db"), "half");
    try (Storage storage = new H2Storage().open(directory)) {
      storage.events().append(List.of(event(1)));
    }
    assertThat(Files.exists(directory.resolve("hivemind-new.mv.db"))).isFalse();
  }

  @Test
  void directory_thatCannotBeWritten_isNamed() {
    Path nowhere = Path.of("/proc/hivemind");
    assertThatThrownBy(() -> new H2Storage().open(nowhere))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(nowhere.toString());
  }
}
