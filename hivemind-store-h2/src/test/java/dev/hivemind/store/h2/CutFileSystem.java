package dev.hivemind.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2's, {@code cut:async:/path}, that remembers what a power failure would leave
 * of each file: what it held at the last flush. Writes and flushes can be made slow, so that what
 * is acknowledged too early is caught.
 */
public final class CutFileSystem extends FilePathWrapper {
  static final String NAME = "cut:async";

  private static final Map<String, byte[]> FLUSHED = new ConcurrentHashMap<>();
  private static final Map<String, Long> SLOWNESS = new ConcurrentHashMap<>();

  /** Makes it known to H2, which also creates instances of its own. */
  static void register() {
    FilePath.register(new CutFileSystem());
  }

  /** Makes every write and flush of a file take longer. */
  static void slow(Path file, long nanos) {
    SLOWNESS.put(file.toString(), nanos);
  }

  /** Writes to another place what a power failure would leave of a file now. */
  static byte[] afterPowerFailure(Path file) {
    return Optional.ofNullable(FLUSHED.get(file.toString())).orElseThrow();
  }

  @Override
  public String getScheme() {
    return "cut";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Cut(super.open(mode), Path.of(name.substring((NAME + ":").length())));
  }

  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // as H2's own files do
  private static final class Cut extends PassedOn {
    private final Path path;

    Cut(FileChannel file, Path path) {
      super(file);
      this.path = path;
    }

    private void linger() {
      LockSupport.parkNanos(SLOWNESS.getOrDefault(path.toString(), 0L));
    }

    @Override
    public void force(boolean metaData) throws IOException {
      byte[] before = Files.readAllBytes(path);
      linger();
      super.force(metaData);
      FLUSHED.put(path.toString(), before);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      linger();
      return super.write(source, position);
    }
  }
}
