package dev.hivemind.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.SkillRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only this store promises: its files. */
class FileSkillStoreFilesTest {
  @TempDir Path directory;

  @Test
  void document_isThereToRead_andGoneAfterErasing() throws IOException {
    try (FileSkillStore store = FileSkillStore.open(directory)) {
      store.append(new SkillRow("w", "w", "s", 1, "the lesson"));
      assertThat(CustomStore.files(directory)).hasSize(1);
      assertThat(Files.readString(CustomStore.files(directory).get(0))).endsWith("\nthe lesson");

      store.erase("w", List.of("s"));
      assertThat(bytes()).noneMatch(text -> text.contains("the lesson"));
    }
  }

  @Test
  void erasing_thatAKillInterrupted_isFinishedByTheNextOpen() throws IOException {
    byte[] row;
    Path file;
    try (FileSkillStore store = FileSkillStore.open(directory)) {
      store.append(new SkillRow("w", "w", "s", 1, "the lesson"));
      file = CustomStore.files(directory).get(0);
      row = Files.readAllBytes(file);
      store.erase("w", List.of("s"));
    }
    Files.write(file, row);
    Files.writeString(directory.resolve("0000000000000000009.row.tmp"), "half a row");

    try (FileSkillStore store = FileSkillStore.open(directory)) {
      assertThat(store.newest("w", "s")).isEmpty();
      assertThat(store.history("w", "s")).isEmpty();
      assertThat(store.append(new SkillRow("w", "w", "s", 3, "again"))).isGreaterThan(2);
    }
    assertThat(bytes()).noneMatch(text -> text.contains("the lesson") || text.contains("half"));
  }

  @Test
  void directory_thatIsHeld_isRefused() {
    try (FileSkillStore first = FileSkillStore.open(directory)) {
      assertThatThrownBy(() -> FileSkillStore.open(directory))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining(directory.toString());
      assertThat(first.workspaces()).isEmpty();
    }
  }

  @Test
  void hivemind_learnsIntoIt() {
    try (FileSkillStore store = FileSkillStore.open(directory.resolve("rows"));
        Hivemind hivemind =
            Hivemind.builder().home(directory.resolve("home")).skillStore(store).open()) {
      assertThat(CustomStore.learned(hivemind)).contains("settlement window");
      assertThat(store.workspaces()).containsExactly("payments-service");
    }
  }

  private List<String> bytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> !file.endsWith("lock"))
          .map(FileSkillStoreFilesTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
