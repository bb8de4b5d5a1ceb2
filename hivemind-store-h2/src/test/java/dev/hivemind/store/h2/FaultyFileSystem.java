package dev.hivemind.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2's, {@code faulty:async:/path}, whose n-th call of a kind fails. One at a time
 * in a process: H2 makes its instances itself, so what fails is a state of the class.
 */
public final class FaultyFileSystem extends FilePathWrapper {
  static final String NAME = "faulty:async";

  private static volatile Fault fault = new Fault(Kind.NONE, 0);

  /** What fails, and how. */
  enum Kind {
    /** Nothing. */
    NONE,
    /** A write fails half done, and every later one, until there is room again. */
    DISK_FULL,
    /** One write fails. */
    WRITE_ERROR,
    /** One read fails. */
    READ_ERROR,
    /** One flush fails. */
    FLUSH_ERROR
  }

  /** A fault that waits for its call. */
  private record Fault(Kind kind, int nth, AtomicInteger calls) {
    Fault(Kind kind, int nth) {
      this(kind, nth, new AtomicInteger());
    }

    boolean strikes(Kind one) {
      boolean full = kind == Kind.DISK_FULL && one == Kind.WRITE_ERROR;
      if (kind != one && !full) {
        return false;
      }
      int call = calls.incrementAndGet();
      return full ? call >= nth : call == nth;
    }
  }

  /** Makes it known to H2, which also creates instances of its own. */
  static void register() {
    FilePath.register(new FaultyFileSystem());
  }

  static void fail(Kind kind, int nth) {
    fault = new Fault(kind, nth);
  }

  /** Ends the fault, and returns whether it had struck. */
  static boolean heal() {
    Fault old = fault;
    fault = new Fault(Kind.NONE, 0);
    return old.calls().get() >= old.nth();
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Faulty(super.open(mode), Path.of(name.substring((NAME + ":").length())));
  }

  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // as H2's own files do
  private static final class Faulty extends PassedOn {
    private final Path path;

    Faulty(FileChannel file, Path path) {
      super(file);
      this.path = path;
    }

    private void check(Kind kind) throws IOException {
      if (fault.strikes(kind)) {
        throw new IOException(kind + " on purpose: " + path);
      }
    }

    @Override
    public void force(boolean metaData) throws IOException {
      check(Kind.FLUSH_ERROR);
      super.force(metaData);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      try {
        check(Kind.WRITE_ERROR);
      } catch (IOException e) {
        ByteBuffer half = source.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        super.write(half, position);
        throw e;
      }
      return super.write(source, position);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      check(Kind.READ_ERROR);
      return super.read(target, position);
    }
  }
}
