package dev.hivemind.core.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.HivemindException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of texts that was written whole and may be written again: an index names what is ours in
 * it. Nothing outside of the folder is read or written, by whatever link or name.
 */
public final class TextFolder {
  private static final String INDEX = "hivemind.json";
  private static final Set<String> TREES = Set.of("skills", "evidence");
  private static final int DEPTH = 6;
  private static final int FILES = 20_000;
  private static final int JSON_BYTES = 16 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final AtomicFiles files = AtomicFiles.asUsual("export");

  /** Creates; the folder need not exist to be written. */
  public TextFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the text of every {@code SKILL.md} and JSON file by its path from the folder on, with
   * {@code /}; empty if it cannot be read.
   *
   * @throws HivemindException if there is no such folder, or too much in it
   */
  public Map<String, String> read() {
    Map<String, String> texts = new TreeMap<>();
    try {
      Path root = folder.toRealPath();
      Files.walkFileTree(
          root,
          Set.of(),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes seen) {
              boolean hidden = directory.getFileName().toString().startsWith(".");
              return hidden && !directory.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen)
                throws IOException {
              take(root, file, seen, texts);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
      return texts;
    } catch (IOException e) {
      throw new HivemindException("the folder " + folder + " cannot be read: " + Trouble.of(e), e);
    }
  }

  private static void take(
      Path root, Path file, BasicFileAttributes attributes, Map<String, String> texts)
      throws IOException {
    String name = file.getFileName().toString();
    boolean ours = name.equalsIgnoreCase(TreeFile.NAME) || name.endsWith(".json");
    if (!attributes.isRegularFile() || !ours) {
      return;
    }
    if (texts.size() == FILES) {
      throw new IOException("it has more than " + FILES + " files");
    }
    String relative = TreeFile.relative(root, file);
    try {
      texts.put(relative, text(file));
    } catch (IOException e) {
      // One that is too large or no text: that it is there counts all the same.
      texts.put(relative, "");
    }
  }

  private static String text(Path file) throws IOException {
    return file.toString().endsWith(".json")
        ? TreeFile.text(file, JSON_BYTES)
        : TreeFile.text(file);
  }

  /**
   * Writes these texts and removes those of an earlier time that are not among them.
   *
   * @param texts by their path from the folder on, below {@code skills} or {@code evidence}
   * @throws HivemindException if the folder holds such trees or one of these files and they are not
   *     ours, or a link among them, or cannot be written
   */
  public void write(Map<String, String> texts) {
    try {
      files.createDirectories(folder);
      Path root = folder.toRealPath();
      Set<String> before = index(root);
      for (Map.Entry<String, String> text : texts.entrySet()) {
        String name = text.getKey();
        if (!before.contains(name) && isAnothers(root.resolve(name), text.getValue())) {
          throw new IOException("it has '" + name + "', which no export wrote");
        }
      }
      before.addAll(texts.keySet());
      // Whatever a crash leaves behind is known to be ours.
      put(root, INDEX, index(before));
      for (Map.Entry<String, String> text : texts.entrySet()) {
        put(root, text.getKey(), text.getValue());
      }
      before.removeAll(texts.keySet());
      for (String old : before) {
        remove(root, old);
      }
      put(root, INDEX, index(texts.keySet()));
    } catch (IOException e) {
      throw new HivemindException(
          "the folder " + folder + " cannot be written: " + Trouble.of(e), e);
    }
  }

  private static String index(Set<String> files) {
    ObjectNode index = JSON.createObjectNode().put("hivemind", "skills").put("format", 1);
    ArrayNode names = index.putArray("files");
    new TreeSet<>(files).forEach(names::add);
    return index.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static boolean isAnothers(Path target, String text) throws IOException {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && sameBytes(target, text));
  }

  /** Returns what was written before; only what is named as we name things is believed. */
  private static Set<String> index(Path root) throws IOException {
    Path file = root.resolve(INDEX);
    Set<String> names = new TreeSet<>();
    JsonNode index = JSON.createObjectNode();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      index = JSON.readTree(text(file));
    }
    if (!index.path("hivemind").asText().equals("skills")) {
      for (String tree : TREES) {
        if (Files.exists(root.resolve(tree), LinkOption.NOFOLLOW_LINKS)) {
          throw new IOException("it has '" + tree + "', which no export wrote");
        }
      }
    }
    index.path("files").forEach(name -> names.add(name.asText()));
    names.removeIf(name -> !isInside(root, name));
    return names;
  }

  private static boolean isInside(Path root, String name) {
    try {
      Path path = root.resolve(name);
      return path.equals(path.normalize())
          && path.startsWith(root)
          && TREES.contains(root.relativize(path).getName(0).toString());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void put(Path root, String name, String text) throws IOException {
    Path target = root.resolve(name);
    Path directory = directory(target);
    real(root, directory, true);
    if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && sameBytes(target, text)) {
      return;
    }
    files.write(root, target, text);
    AtomicFiles.sync(directory);
  }

  private static boolean sameBytes(Path file, String text) throws IOException {
    return Files.size(file) <= 4L * text.length() && Files.readString(file).equals(text);
  }

  private void remove(Path root, String name) throws IOException {
    Path target = root.resolve(name);
    if (!real(root, directory(target), false)) {
      return;
    }
    Files.deleteIfExists(target);
    for (Path part = directory(target); !part.equals(root); part = directory(part)) {
      try (Stream<Path> left = Files.list(part)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(part);
    }
  }

  /** What lies in the folder has a directory. */
  private static Path directory(Path inside) {
    return Objects.requireNonNull(inside.getParent());
  }

  /** Returns whether a directory is there, made if asked for, and no link on the way to it. */
  private boolean real(Path root, Path directory, boolean make) throws IOException {
    Path part = root;
    for (Path name : root.relativize(directory)) {
      part = part.resolve(name);
      if (Files.isSymbolicLink(part)) {
        throw new IOException("a link leads out of it: " + root.relativize(part));
      }
      if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        if (!make) {
          return false;
        }
        files.createDirectories(part);
      }
    }
    return true;
  }
}
