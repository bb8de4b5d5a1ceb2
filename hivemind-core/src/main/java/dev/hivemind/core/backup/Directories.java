package dev.hivemind.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to whole directories. */
final class Directories {
  private Directories() {}

  /** Creates a directory that only its owner can read, and those above it. */
  static Path create(Path directory) throws IOException {
    return Files.isDirectory(directory)
        ? directory
        : Files.createDirectories(directory, NewFile.rights(directory, "rwx------"));
  }

  /** Returns whether there is nothing: no directory, or one without a file. */
  static boolean empty(Path directory) throws IOException {
    return entries(directory).isEmpty();
  }

  /** Returns what is in a directory, by name; nothing if there is none. */
  static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  /** Deletes a directory of ours with all that is in it; links are not followed. */
  static void delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Makes durable which files a directory has, where a directory can be opened. */
  static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system lets a directory be opened; there a move is as durable as it gets.
    }
  }
}
