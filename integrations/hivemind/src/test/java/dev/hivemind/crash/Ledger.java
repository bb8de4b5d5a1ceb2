package dev.hivemind.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The side file of a process that will be killed: what it recorded, in which groups the library
 * sent it to the store, and what was confirmed. A line is there whole or does not count.
 */
final class Ledger {
  private final FileChannel channel;
  private final ReentrantLock lock = new ReentrantLock();

  private Ledger(FileChannel channel) {
    this.channel = channel;
  }

  static Ledger open(Path file) throws IOException {
    return new Ledger(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  void recorded(int writer, Tale tale, String id) {
    write("recorded", String.valueOf(writer), tale.scope().workspace(), id);
  }

  void group(List<String> ids) {
    write("group", String.join(" ", ids));
  }

  /** Everything the writer recorded before is confirmed. */
  void confirmed(int writer, Tale tale) {
    write("confirmed", String.valueOf(writer), tale.scope().toString(), tale.tool());
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String... words) {
    byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      channel.write(ByteBuffer.wrap(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a side file says.
   *
   * @param recorded ids of events by writer and workspace, in the order in which they were recorded
   * @param groups ids of the events of each group
   * @param confirmed ids of the events that must be there
   * @param lessons the lessons that must be there
   */
  record Entries(
      Map<String, List<String>> recorded,
      List<List<String>> groups,
      Set<String> confirmed,
      Set<Lesson> lessons) {}

  /** A lesson that was confirmed. */
  record Lesson(String scope, String tool) {}

  static Entries read(Path file) throws IOException {
    Map<String, List<String>> recorded = new TreeMap<>();
    List<List<String>> groups = new ArrayList<>();
    Set<String> confirmed = new LinkedHashSet<>();
    Set<Lesson> lessons = new LinkedHashSet<>();
    String text = Files.exists(file) ? Files.readString(file) : "";
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      switch (words.get(0)) {
        case "recorded" ->
            recorded
                .computeIfAbsent(words.get(1) + " " + words.get(2), key -> new ArrayList<>())
                .add(words.get(3));
        case "group" -> groups.add(words.subList(1, words.size()));
        default -> {
          recorded.forEach(
              (writer, ids) -> {
                if (writer.startsWith(words.get(1) + " ")) {
                  confirmed.addAll(ids);
                }
              });
          lessons.add(new Lesson(words.get(2), words.get(3)));
        }
      }
    }
    return new Entries(recorded, groups, confirmed, lessons);
  }
}
