package dev.hivemind.core.publish;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What was last read of each file under a root, so that a look at many files reads few. A file is
 * read again when its size, time or identity changed; for two seconds after such a change, because
 * file systems count time in steps as large as that; and once a minute, because a tool may set a
 * file's time back. Not thread-safe.
 */
final class Looks {
  static final long UNSURE = TimeUnit.SECONDS.toNanos(2);
  static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private Map<Path, Look> before = Map.of();
  private Map<Path, Look> now = new HashMap<>();

  /** What can be said of a file without reading it. */
  private record Stamp(long size, FileTime modified, Optional<Object> identity) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          attributes.size(),
          attributes.lastModifiedTime(),
          Optional.ofNullable(attributes.fileKey()));
    }
  }

  /** One reading: what it was of, since when that is known, when it was, what was read. */
  private record Look(Stamp stamp, long since, long read, TreeFile file) {}

  Looks(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Begins a look at every file: what it does not come by is forgotten after the next. */
  void begin() {
    before = now;
    now = new HashMap<>();
  }

  /** Returns what a file holds. */
  TreeFile at(Path root, Path path, BasicFileAttributes attributes) {
    Stamp stamp = Stamp.of(attributes);
    Optional<Look> last =
        Optional.ofNullable(before.get(path)).filter(look -> look.stamp().equals(stamp));
    long at = nanos.getAsLong();
    Look look =
        last.filter(one -> isSure(one, at))
            .orElseGet(
                () ->
                    new Look(
                        stamp, last.map(Look::since).orElse(at), at, TreeFile.read(root, path)));
    now.put(path, look);
    return look.file();
  }

  private static boolean isSure(Look look, long at) {
    return look.read() - look.since() > UNSURE && at - look.read() < LONGEST;
  }
}
