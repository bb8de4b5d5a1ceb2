package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file is read again, and when not. */
class LooksTest {
  private static final FileTime TIME = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path root;
  private Path file;
  private long seconds = 1;
  private final Looks looks = new Looks(() -> TimeUnit.SECONDS.toNanos(seconds));

  @BeforeEach
  void write() throws Exception {
    file = root.resolve("SKILL.md");
    write("a");
  }

  /** Writes without anything to show for it: as long as before, and with the time set back. */
  private void write(String word) throws Exception {
    Files.writeString(file, Library.text("a", word));
    Files.setLastModifiedTime(file, TIME);
  }

  private String lookAfter(int later) throws Exception {
    seconds += later;
    looks.begin();
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return looks.at(root, file, attributes).text();
  }

  @Test
  void changeWithinTheStepsOfAFileSystemsTime_isSeen() throws Exception {
    assertThat(lookAfter(0)).contains("\na\n");
    write("b");
    assertThat(lookAfter(1)).contains("\nb\n");
    write("c");
    assertThat(lookAfter(2)).contains("\nc\n");
  }

  @Test
  void settledFile_isNotReadForAMinute() throws Exception {
    lookAfter(0);
    lookAfter(3);
    write("b");
    assertThat(lookAfter(1)).contains("\na\n");
    assertThat(lookAfter(57)).contains("\na\n");
    assertThat(lookAfter(3)).contains("\nb\n");
  }

  @Test
  void settledFileWithAnotherTimeOrSize_isReadAtOnce() throws Exception {
    lookAfter(0);
    lookAfter(3);
    write("bb");
    assertThat(lookAfter(1)).contains("\nbb\n");
    lookAfter(3);
    write("cc");
    Files.setLastModifiedTime(file, FileTime.fromMillis(TIME.toMillis() + 1));
    assertThat(lookAfter(0)).contains("\ncc\n");
  }
}
