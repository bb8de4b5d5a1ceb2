package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.h2.mvstore.MVStoreTool;

/** Where a database lies, and how it is called. Immutable. */
final class DatabaseFile {
  static final String SUFFIX = ".mv.db";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path directory;
  private final String fileSystem;
  private final String name;

  private DatabaseFile(Path directory, String fileSystem, String name) {
    this.directory = directory;
    this.fileSystem = fileSystem;
    this.name = name;
  }

  /**
   * Returns the database of a directory.
   *
   * @throws HivemindException if H2 would read the directory's name as something else
   */
  static DatabaseFile in(Path directory, String fileSystem) {
    Path absolute = directory.toAbsolutePath().normalize();
    refuse(absolute, ';', "the beginning of an option");
    if (File.separatorChar != '\\') {
      refuse(absolute, '\\', "a separator");
    }
    return new DatabaseFile(absolute, fileSystem, "hivemind");
  }

  private static void refuse(Path directory, char bad, String meaning) {
    if (directory.toString().indexOf(bad) >= 0) {
      throw new HivemindException(
          "the path "
              + directory
              + " has a '"
              + bad
              + "', which H2 takes for "
              + meaning
              + ": choose another directory");
    }
  }

  /** Returns where a new database is made, to be moved when it is complete. */
  DatabaseFile draft() {
    return new DatabaseFile(directory, fileSystem, name + "-new");
  }

  /** Returns where a copy is looked at, to be deleted again. */
  DatabaseFile scratch() {
    return new DatabaseFile(directory, fileSystem, name + "-check");
  }

  /** Returns where the {@link Seal} is. */
  Path seal() {
    return directory.resolve(name + ".seal");
  }

  Path path() {
    return directory.resolve(name + SUFFIX);
  }

  boolean exists() {
    return Files.exists(path());
  }

  /** Returns the length in bytes, 0 if it cannot be told. */
  long size() {
    return path().toFile().length();
  }

  /** Finishes or takes back a compaction that was broken off by a crash. */
  void cleanUp() {
    MVStoreTool.compactCleanUp(storeName());
  }

  /** Returns the file as H2's own file systems name it. */
  String storeName() {
    return fileSystem + ":" + path();
  }

  /** Returns the URL without options. */
  String url() {
    return "jdbc:h2:" + fileSystem + ":" + directory.resolve(name);
  }

  /** Takes the name of another database of the directory, at once and durably. */
  void moveTo(DatabaseFile other) throws IOException {
    Files.move(path(), other.path(), StandardCopyOption.ATOMIC_MOVE);
    if (Files.exists(seal())) {
      Files.move(seal(), other.seal(), StandardCopyOption.ATOMIC_MOVE);
    }
    syncDirectory();
  }

  /** Does {@link #moveTo} and returns the other. */
  DatabaseFile movedTo(DatabaseFile other) {
    try {
      moveTo(other);
      return other;
    } catch (IOException e) {
      throw Refusal.failed("move", other, e);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path());
  }

  /** Creates a file that only its owner can read, to be written. */
  static FileChannel create(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
        : FileChannel.open(file, options);
  }

  /** H2 makes its files readable for all. */
  void makePrivate() throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(path(), PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(OWNER_ONLY);
    }
  }

  /** Makes a rename durable, where a directory can be opened; on Windows it cannot. */
  void syncDirectory() throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Returns the path. */
  @Override
  public String toString() {
    return path().toString();
  }
}
