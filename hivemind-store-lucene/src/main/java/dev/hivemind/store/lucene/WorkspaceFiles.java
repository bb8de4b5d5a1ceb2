package dev.hivemind.store.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The directory of a workspace: {@code <root>/<slug>-<hash>/<generation>}. A damaged index is left
 * where it is and a new one begun under the next number, since Lucene cannot begin over broken
 * files. Names are lower-case ASCII, so that workspaces which differ in case only have directories
 * of their own on every file system.
 */
final class WorkspaceFiles {
  private static final int SLUG_LENGTH = 32;
  private static final int HASH_BYTES = 8;

  private final Path home;

  WorkspaceFiles(Path root, String workspace) {
    this.home = root.resolve(slug(workspace) + "-" + hash(workspace));
  }

  boolean exist() {
    return Files.isDirectory(home);
  }

  Optional<Path> newest() throws IOException {
    return generations().stream().max(WorkspaceFiles::byNumber);
  }

  /** Makes the directory of the next generation. */
  Path next() throws IOException {
    int number = newest().map(WorkspaceFiles::number).orElse(0) + 1;
    return makeDirectories(home.resolve(Integer.toString(number)));
  }

  /** Deletes the other generations; one that cannot be deleted now is tried again next time. */
  void keepOnly(Path generation) throws IOException {
    for (Path other : generations()) {
      if (!other.equals(generation)) {
        IOUtils.deleteFilesIgnoringExceptions(files(other));
        IOUtils.deleteFilesIgnoringExceptions(other);
      }
    }
  }

  /** Deletes everything there is of the workspace, and sees to it that a power cut keeps it so. */
  void delete() throws IOException {
    if (exist()) {
      Files.walkFileTree(home, new Deletion());
      IOUtils.fsync(home.resolveSibling(""), true);
    }
  }

  private List<Path> generations() throws IOException {
    return exist()
        ? files(home).stream().filter(p -> p.getFileName().toString().matches("\\d{1,9}")).toList()
        : List.of();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static int byNumber(Path one, Path other) {
    return Integer.compare(number(one), number(other));
  }

  private static int number(Path generation) {
    return Integer.parseInt(generation.getFileName().toString());
  }

  /** Makes a directory and those above it, for their owner only where the file system can. */
  static Path makeDirectories(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    return Files.createDirectories(path, attributes);
  }

  private static String slug(String workspace) {
    String slug = workspace.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(SLUG_LENGTH, slug.length()));
  }

  private static String hash(String workspace) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(workspace.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Deletes a tree without following links. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
