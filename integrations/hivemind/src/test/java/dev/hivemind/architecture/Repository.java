package dev.hivemind.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The checkout this test runs in. */
final class Repository {
  private static final Set<String> PASSED_OVER = Set.of("target", ".git", "node_modules");

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /** Finds the checkout from the directory the test was started in. */
  static Repository here() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return new Repository(at);
      }
    }
    throw new IllegalStateException("no .mvn directory above " + start);
  }

  /** Returns where the compiler puts a module's classes. */
  Path classes(Module module) {
    Path classes = root.resolve(module.directory()).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(classes + " is missing: build with -am");
    }
    return classes;
  }

  Path root() {
    return root;
  }

  /** Returns every file of that ending, as paths inside the checkout, build output left out. */
  List<Path> files(String ending) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(ending))
          .map(root::relativize)
          .filter(path -> passed(path) && Files.isRegularFile(root.resolve(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(Path file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean passed(Path path) {
    for (Path name : path) {
      if (PASSED_OVER.contains(name.toString())) {
        return false;
      }
    }
    return true;
  }
}
