package dev.hivemind.core.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files that are there whole or not at all, also after a power failure: temporary file,
 * fsync, atomic move, fsync of the directory. One temporary name each instance, so one thread at a
 * time; what a crash left under that name is replaced by the next write.
 */
final class AtomicFiles {
  private final String temporary;
  private final FileAttribute<?>[] directoryRights;
  private final FileAttribute<?>[] fileRights;

  private AtomicFiles(
      String owner, FileAttribute<?>[] directoryRights, FileAttribute<?>[] fileRights) {
    this.temporary = ".hivemind-" + owner + ".tmp";
    this.directoryRights = directoryRights;
    this.fileRights = fileRights;
  }

  /** Creates directories with mode 0700 and files with 0600. */
  static AtomicFiles ownerOnly(String owner) {
    return new AtomicFiles(owner, rights("rwx------"), rights("rw-------"));
  }

  /** Creates directories and files as the process's umask wants them. */
  static AtomicFiles asUsual(String owner) {
    return new AtomicFiles(owner, new FileAttribute<?>[0], new FileAttribute<?>[0]);
  }

  private static FileAttribute<?>[] rights(String rights) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
    };
  }

  /** Not every file system knows of an owner. */
  private static FileAttribute<?>[] possible(FileAttribute<?>[] rights, Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? rights : new FileAttribute<?>[0];
  }

  void createDirectories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, possible(directoryRights, directory));
    }
  }

  /**
   * Replaces a file by way of a temporary one directly under the root. The caller has to {@link
   * #sync} the file's directory, once for all that was written there.
   */
  void write(Path root, Path target, String text) throws IOException {
    removeLeftover(root);
    Path temp = root.resolve(temporary);
    try {
      fill(temp, text);
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temp);
      throw e;
    }
  }

  void removeLeftover(Path root) throws IOException {
    Files.deleteIfExists(root.resolve(temporary));
  }

  private void fill(Path temp, String text) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(temp, options, possible(fileRights, temp))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes durable which files a directory has. */
  static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system lets a directory be opened; there the move is as durable as it gets.
    }
  }
}
