package dev.hivemind.core.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import dev.hivemind.core.text.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** A file of JSON lines that an export wrote: a header, rows, and an end that vouches for them. */
public final class ExportFile {
  /** The format this version writes, and the highest it reads. */
  static final int FORMAT = 1;

  static final String HEADER = "hivemind";
  static final String KIND = "export";

  private static final int LONGEST_LINE = 64 << 20;

  private final Path path;

  private ExportFile(Path path) {
    this.path = path;
  }

  /** Returns whether a file begins as an export does. */
  public static boolean is(Path path) {
    String begin = "{\"" + HEADER + "\":\"" + KIND + "\"";
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(begin.length());
      return new String(bytes, StandardCharsets.UTF_8).equals(begin);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Returns an export after reading it once.
   *
   * @throws DamagedStoreException if it is cut short or was changed
   * @throws HivemindException if it cannot be read or a newer version wrote it in another format
   */
  public static ExportFile whole(Path path) {
    ExportFile file = new ExportFile(path);
    file.rows(row -> {});
    return file;
  }

  /** Hands over every row in order; an unknown type is up to the taker. */
  void rows(Consumer<JsonNode> taker) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      CRC32 checksum = new CRC32();
      JsonNode row = header(line(in, checksum));
      while (!type(row).equals("end")) {
        if (!type(row).isEmpty()) {
          taker.accept(row);
        }
        long before = checksum.getValue();
        row = Json.parse(line(in, checksum));
        if (type(row).equals("end") && row.path("crc32").asLong(-1) != before) {
          throw damaged("it was changed");
        }
      }
      if (in.read() >= 0) {
        throw damaged("it goes on after its end");
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private JsonNode header(String line) {
    JsonNode header = Json.parse(line);
    if (!header.path(HEADER).asText("").equals(KIND)) {
      throw damaged("it does not begin as one");
    }
    int format = header.path("format").asInt(0);
    if (format > FORMAT) {
      throw new HivemindException(
          "the export "
              + path
              + " has the format "
              + format
              + ", this version of Hivemind reads up to "
              + FORMAT
              + ": use the version that wrote it or a later one");
    }
    return Json.object();
  }

  private static String type(JsonNode row) {
    return row.path("type").asText("");
  }

  private String line(InputStream in, CRC32 checksum) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw damaged("it ends in the middle");
      }
      if (line.size() == LONGEST_LINE) {
        throw damaged("a line is longer than any row");
      }
      line.write(one);
    }
    line.write('\n');
    checksum.update(line.toByteArray());
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Returns what to throw about a file that says of itself that it is another. */
  DamagedStoreException damaged(String why) {
    return new DamagedStoreException(
        "the export " + path + " cannot be read, " + why + ": use another; nothing was taken in");
  }

  private static HivemindException unreadable(Path path, IOException e) {
    return new HivemindException(
        "the file " + path + " cannot be read (" + e + "): look at its name and its rights", e);
  }
}
