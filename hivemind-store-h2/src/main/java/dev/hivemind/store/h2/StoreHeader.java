package dev.hivemind.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The two header blocks of an MVStore file: {@code H:2,block:5e1,...,clean:1,...,version:15,...},
 * numbers in hexadecimal. H2 writes them at a close, and removes {@code clean} at the next write.
 *
 * @param version the newest version of the contents
 * @param clean whether the file was closed and not written since
 * @param line the header as it is written
 */
record StoreHeader(long version, boolean clean, String line) {
  private static final int BLOCK = 4096;

  /** Returns the headers there are, the newer one first; none if this is no such file. */
  static List<StoreHeader> read(Path file) throws IOException {
    byte[] blocks;
    try (InputStream in = Files.newInputStream(file)) {
      blocks = in.readNBytes(2 * BLOCK);
    }
    return Stream.of(0, BLOCK)
        .filter(start -> blocks.length >= start + BLOCK)
        .map(start -> new String(blocks, start, BLOCK, StandardCharsets.ISO_8859_1))
        .filter(text -> text.startsWith("H:2,"))
        .map(StoreHeader::parse)
        .sorted((one, other) -> Long.compare(other.version, one.version))
        .toList();
  }

  private static StoreHeader parse(String text) {
    Map<String, String> values = new HashMap<>();
    String line = text.substring(0, text.indexOf('\n') + 1).trim();
    for (String pair : line.split(",", -1)) {
      String[] parts = pair.split(":", 2);
      values.put(parts[0], parts[parts.length - 1]);
    }
    return new StoreHeader(version(values), values.containsKey("clean"), line);
  }

  private static long version(Map<String, String> values) {
    try {
      return Long.parseLong(values.getOrDefault("version", "0"), 16);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
