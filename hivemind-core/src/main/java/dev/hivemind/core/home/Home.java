package dev.hivemind.core.home;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * A home directory and the right to use it, which one Hivemind has at a time.
 *
 * <p>Between processes the operating system's lock on the file {@code lock} decides; it goes with
 * the process, however that ends. On POSIX such a lock belongs to the process and is lost as soon
 * as <em>any</em> channel of the process on that file is closed, so within a process the file must
 * never be opened twice. A system property per home decides there: unlike a static field it is also
 * seen by a copy of this class in another class loader. Who holds a home stands in the file {@code
 * holder}, for the message that a second opener gets.
 */
public final class Home implements AutoCloseable {
  private static final String CLAIM = "dev.hivemind.home.";

  private final Path directory;
  private final FileChannel lock;

  private Home(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Creates the directory if need be, readable by its owner only, and takes hold of it.
   *
   * @throws HivemindException if it cannot be created or written, or somebody else holds it
   */
  public static Home hold(Path path, Instant now) {
    Path directory = create(path);
    String me = "process " + ProcessHandle.current().pid() + " since " + now;
    Object other = System.getProperties().putIfAbsent(CLAIM + directory, me);
    if (other != null) {
      throw new HivemindException(
          "home "
              + directory
              + " is held by this "
              + other
              + ": share that Hivemind or close it first");
    }
    try {
      return new Home(directory, lock(directory, me));
    } catch (IOException e) {
      System.getProperties().remove(CLAIM + directory);
      throw unusable(directory, e);
    } catch (HivemindException e) {
      System.getProperties().remove(CLAIM + directory);
      throw e;
    }
  }

  private static FileChannel lock(Path directory, String me) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new HivemindException(
            "home "
                + directory
                + " is held by "
                + holder(directory)
                + ": give each process a home of its own");
      }
      Files.writeString(directory.resolve("holder"), me);
      return channel;
    } catch (IOException | HivemindException e) {
      channel.close();
      throw e;
    }
  }

  private static String holder(Path directory) {
    try {
      return Files.readString(directory.resolve("holder"));
    } catch (IOException e) {
      return "another process";
    }
  }

  private static Path create(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, ownerOnly());
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static HivemindException unusable(Path path, IOException e) {
    return new HivemindException(
        "home "
            + path
            + " cannot be used ("
            + e.getClass().getSimpleName()
            + "): give a directory this process may write to",
        e);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Returns the real path of the directory. */
  public Path directory() {
    return directory;
  }

  /** Returns a directory inside, created readable by its owner only. */
  public Path inside(String name) {
    return create(directory.resolve(name));
  }

  /** Lets go of it. Idempotent. */
  @Override
  public void close() {
    if (!lock.isOpen()) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      // The operating system frees the lock with the process at the latest.
    }
    System.getProperties().remove(CLAIM + directory);
  }
}
