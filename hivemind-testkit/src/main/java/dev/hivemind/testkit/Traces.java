package dev.hivemind.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is left of a text in raw files, for tests of erasing. */
public final class Traces {
  private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16BE, UTF_16LE, ISO_8859_1);

  private Traces() {}

  /**
   * Returns the files below a directory that hold the text, as UTF-8, UTF-16 or Latin 1. Compressed
   * files hide what they hold: let a test look for the text before it is erased, too.
   */
  public static List<Path> of(String text, Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      return CHARSETS.stream()
          .anyMatch(charset -> bytes.contains(new String(text.getBytes(charset), ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
