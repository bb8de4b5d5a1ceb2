package dev.hivemind.core.home;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A home directory and the right to use it, which one Hivemind has at a time.
 *
 * <p>Between processes the operating system's lock on the file {@code lock} decides; it goes with
 * the process, however that ends. On POSIX such a lock belongs to the process and is lost as soon
 * as <em>any</em> channel of the process on that file is closed, so within a process the file must
 * never be opened twice. A system property per home decides there: unlike a static field it is also
 * seen by a copy of this class in another class loader. Who holds a home stands in the file {@code
 * holder}, for the message that a second opener gets, and for a host that has put other system
 * properties in place meanwhile: its second line names the process and the lock file for good, so
 * that neither a later process of the same number nor a copy of the home is mistaken for the
 * holder.
 */
public final class Home implements AutoCloseable {
  private static final String CLAIM = "dev.hivemind.home.";

  private final Path directory;
  private final FileChannel lock;
  // Those the claim stands in, whatever the host puts in their place.
  private final Properties claims;

  private Home(Path directory, FileChannel lock, Properties claims) {
    this.directory = directory;
    this.lock = lock;
    this.claims = claims;
  }

  /**
   * Creates the directory if need be, readable by its owner only, and takes hold of it.
   *
   * @throws HivemindException if it cannot be created or written, or somebody else holds it
   */
  public static Home hold(Path path, Instant now) {
    Path directory = create(path);
    String me = "process " + ProcessHandle.current().pid() + " since " + now;
    Properties claims = System.getProperties();
    Object other = claims.putIfAbsent(CLAIM + directory, me);
    if (other != null) {
      throw heldHere(directory, other.toString());
    }
    try {
      return new Home(directory, lock(directory, me), claims);
    } catch (IOException e) {
      claims.remove(CLAIM + directory);
      throw unusable(directory, e);
    } catch (RuntimeException | Error e) {
      claims.remove(CLAIM + directory);
      throw e;
    }
  }

  private static HivemindException heldHere(Path directory, String holder) {
    return new HivemindException(
        "home "
            + directory
            + " is held by this "
            + holder
            + ": share that Hivemind or close it first");
  }

  private static FileChannel lock(Path directory, String me) throws IOException {
    Path file = directory.resolve("lock");
    List<String> holder = holder(directory);
    String here = here(file);
    if (!here.isEmpty() && holder.size() > 1 && holder.get(1).equals(here)) {
      throw heldHere(directory, holder.get(0));
    }
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileChannel channel = FileChannel.open(file, options, ownerOnly("rw-------"));
    try {
      if (channel.tryLock() == null) {
        throw new HivemindException(
            "home "
                + directory
                + " is held by "
                + (holder.isEmpty() ? "another process" : holder.get(0))
                + ": give each process a home of its own");
      }
      sign(directory.resolve("holder"), me + "\n" + here(file));
      return channel;
    } catch (OverlappingFileLockException e) {
      // Where files have keys, locks are POSIX's: closing would free that of whoever holds it.
      if (here(file).isEmpty()) {
        channel.close();
      }
      throw heldHere(directory, holder.isEmpty() ? "process" : holder.get(0));
    } catch (IOException | HivemindException e) {
      channel.close();
      throw e;
    }
  }

  private static void sign(Path holder, String text) throws IOException {
    Files.deleteIfExists(holder);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(holder, options, ownerOnly("rw-------"))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static List<String> holder(Path directory) {
    try {
      return Files.readString(directory.resolve("holder")).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Returns what only this process can say of this very lock file; empty if the file is not there
   * or the platform does not tell files or processes apart.
   */
  private static String here(Path file) throws IOException {
    Optional<Instant> start = ProcessHandle.current().info().startInstant();
    if (start.isEmpty() || !Files.exists(file)) {
      return "";
    }
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null
        ? ""
        : "process " + ProcessHandle.current().pid() + " begun " + start.get() + ", file " + key;
  }

  private static Path create(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, ownerOnly("rwx------"));
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

  private static FileAttribute<?>[] ownerOnly(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
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
    try (lock) {
      Files.deleteIfExists(directory.resolve("holder"));
    } catch (IOException e) {
      // The operating system frees the lock with the process at the latest.
    }
    claims.remove(CLAIM + directory);
  }
}
