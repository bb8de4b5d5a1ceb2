package dev.hivemind.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a closed database, in a file beside it. H2 has checksums for its own
 * structure only: of a row, any bit may change without its notice.
 *
 * <p>A seal says nothing of a file with another header, one that was put there by somebody else.
 *
 * @param length in bytes
 * @param checksum CRC-32C of the whole file
 * @param header the header the file had
 */
record Seal(long length, long checksum, String header) {
  private static final int BUFFER = 1 << 16;

  /** Seals a database that was closed. */
  static void put(DatabaseFile file) throws IOException {
    List<StoreHeader> headers = StoreHeader.read(file.path());
    if (headers.isEmpty()) {
      return;
    }
    Path path = file.seal();
    Path draft = path.resolveSibling(path.getFileName() + "-new");
    Seal seal = new Seal(file.size(), checksum(file.path()), headers.get(0).line());
    Files.deleteIfExists(draft);
    try (FileChannel channel = DatabaseFile.create(draft)) {
      channel.write(ByteBuffer.wrap(seal.text().getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Takes the seal off, durably, before anything writes to the database: H2 writes before it
   * changes the header, and a process may die in between.
   */
  static void remove(DatabaseFile file) throws IOException {
    if (Files.deleteIfExists(file.seal())) {
      file.syncDirectory();
    }
  }

  /** What a seal says of a file. */
  enum Verdict {
    /** Every bit is as it was when the file was closed. */
    WHOLE,
    /** The file has changed since it was closed. */
    CHANGED,
    /** There is no seal for this file: it was not closed, or put there by somebody. */
    UNKNOWN
  }

  static Verdict of(DatabaseFile file) throws IOException {
    Optional<Seal> seal = read(file.seal());
    if (seal.isEmpty() || !seal.get().concerns(StoreHeader.read(file.path()))) {
      return Verdict.UNKNOWN;
    }
    Seal now = new Seal(file.size(), checksum(file.path()), seal.get().header());
    return seal.get().equals(now) ? Verdict.WHOLE : Verdict.CHANGED;
  }

  private boolean concerns(List<StoreHeader> headers) {
    return headers.stream().anyMatch(one -> one.clean() && one.line().equals(header));
  }

  private String text() {
    return length + " " + Long.toHexString(checksum) + " " + header + "\n";
  }

  /** Returns what a whole seal says; a seal is written anew at each close, so a bad one is none. */
  private static Optional<Seal> read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    String[] parts = text.split(" ", 3);
    if (parts.length < 3 || !text.endsWith("\n")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Seal(Long.parseLong(parts[0]), Long.parseLong(parts[1], 16), parts[2].trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        checksum.update(buffer, 0, read);
      }
    }
    return checksum.getValue();
  }
}
