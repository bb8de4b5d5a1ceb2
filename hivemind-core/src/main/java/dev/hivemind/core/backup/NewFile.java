package dev.hivemind.core.backup;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is there whole or not at all, readable by its owner only, never in place of another.
 */
final class NewFile {
  private final Path target;
  private final Path draft;

  /** What writes the file, durably, under another name. */
  interface Filling<T> {
    T into(Path draft) throws IOException;
  }

  NewFile(Path path) {
    this.target = path.toAbsolutePath().normalize();
    this.draft = target.resolveSibling("." + target.getFileName() + ".tmp");
  }

  Path path() {
    return target;
  }

  /** Makes the file and returns what its filling returned. */
  <T> T filled(Filling<T> filling) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new HivemindException("the file " + target + " is there already: give a new name");
    }
    if (!Files.isDirectory(directory())) {
      throw new HivemindException("there is no directory " + directory() + ": make it first");
    }
    try {
      Files.deleteIfExists(draft);
      T result = filling.into(draft);
      Files.move(draft, target);
      Directories.sync(directory());
      return result;
    } catch (IOException e) {
      throw new HivemindException(
          "the file " + target + " cannot be written (" + e + "): look at its disk and its rights",
          e);
    } finally {
      draft.toFile().delete();
    }
  }

  private Path directory() {
    return target.resolveSibling("");
  }

  /** Creates a file that only its owner can read, to be written. */
  static FileChannel create(Path path) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return FileChannel.open(path, options, rights(path, "rw-------"));
  }

  static FileAttribute<?>[] rights(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
