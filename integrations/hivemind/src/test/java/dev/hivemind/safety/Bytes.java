package dev.hivemind.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words in the raw bytes of files. */
final class Bytes {
  private Bytes() {}

  /** Returns the files under a directory that hold a word, in UTF-8. */
  static List<Path> holding(Path directory, String word) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, word)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String wanted =
          new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return bytes.contains(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
