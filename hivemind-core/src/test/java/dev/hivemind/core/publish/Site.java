package dev.hivemind.core.publish;

import dev.hivemind.core.publish.Root.Holds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A home, a host's root and a library to play with. */
final class Site {
  final Library library = new Library();
  final Path home;
  final Path directory;
  final Root root;
  Publisher publisher;

  Site(Path temp) {
    try {
      Path real = temp.toRealPath();
      home = real.resolve("home");
      directory = real.resolve("project/skills");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    root = new Root(directory, Library.SHOP, Holds.VISIBLE_THERE);
    publisher = Publisher.of(home);
  }

  /** Returns a site with these active skills, published. */
  static Site with(Path temp, String... ids) {
    Site site = new Site(temp);
    for (String id : ids) {
      site.library.add(id);
    }
    site.publish();
    return site;
  }

  /** What a new process sees. */
  void restart() {
    publisher = Publisher.of(home);
  }

  PublishReport publish() {
    return publisher.publish(root, library.active(), library);
  }

  List<FileDecision> decisions() {
    return publisher.decisions(root, library);
  }

  Path file(String id) {
    return directory.resolve(Library.name(id)).resolve("SKILL.md");
  }

  String read(String id) {
    return read(file(id));
  }

  static String read(Path file) {
    return io(() -> Files.readString(file));
  }

  Path write(String place, String text) {
    return write(directory.resolve(place), text);
  }

  static Path write(Path file, String text) {
    return io(
        () -> {
          Files.createDirectories(file.getParent());
          return Files.writeString(file, text);
        });
  }

  void delete(String id) {
    delete(directory.resolve(Library.name(id)));
  }

  static void delete(Path path) {
    io(
        () -> {
          try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
              Files.delete(each);
            }
          }
          return path;
        });
  }

  void move(String from, String to) {
    io(
        () -> {
          Files.createDirectories(directory.resolve(to).getParent());
          return Files.move(directory.resolve(from), directory.resolve(to));
        });
  }

  Path manifest() {
    return io(
        () -> {
          try (Stream<Path> files = Files.list(home.resolve("roots"))) {
            return files.findFirst().orElseThrow();
          }
        });
  }

  /** Returns every file under the root with its text. */
  Map<String, String> everything() {
    return io(
        () -> {
          Map<String, String> files = new TreeMap<>();
          try (Stream<Path> all = Files.walk(directory, new FileVisitOption[0])) {
            for (Path file : all.filter(path -> !path.equals(directory)).toList()) {
              files.put(
                  directory.relativize(file).toString(),
                  Files.isRegularFile(file) ? Files.readString(file) : "");
            }
          }
          return files;
        });
  }

  static Path above(Path path) {
    return Objects.requireNonNull(path.getParent());
  }

  /** Something that may fail. */
  interface Io<T> {
    T run() throws IOException;
  }

  static <T> T io(Io<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
