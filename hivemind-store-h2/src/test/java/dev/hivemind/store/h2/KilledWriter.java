package dev.hivemind.store.h2;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;

/** Writes for ever and prints what was acknowledged, one line each. */
final class KilledWriter {
  static final int GROUP = 5;

  private final Storage storage;

  private KilledWriter(Storage storage) {
    this.storage = storage;
  }

  /** Takes a directory and a durability. */
  public static void main(String[] arguments) {
    Durability durability = Durability.valueOf(arguments[1]);
    KilledWriter writer = new KilledWriter(H2Storage.with(durability).open(Path.of(arguments[0])));
    for (int thread = 0; thread < 2; thread++) {
      String prefix = "t" + thread + "-";
      new Thread(() -> writer.writeEvents(prefix)).start();
    }
    new Thread(writer::writeSkills).start();
    new Thread(writer::advance).start();
  }

  private void writeEvents(String prefix) {
    for (int group = 0; ; group++) {
      String id = prefix + group + "-";
      storage.events().append(IntStream.range(0, GROUP).mapToObj(i -> event(id + i)).toList());
      print("event " + id);
    }
  }

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, id + "x".repeat(400));
  }

  private void writeSkills() {
    for (int revision = 1; ; revision++) {
      storage.skills().append(new SkillRow("w", "w", "s", revision, "text " + revision));
      print("skill " + revision);
    }
  }

  private void advance() {
    Checkpoint now = storage.events().checkpoint("w", "c");
    for (int position = 1; ; position++) {
      Checkpoint next = new Checkpoint("w", "c", position, "state " + position);
      if (!storage.events().advance(now, next)) {
        throw new IllegalStateException("lost a race that nobody else is in");
      }
      now = next;
      print("state " + position);
    }
  }

  private static void print(String line) {
    System.out.print(line + "\n");
    System.out.flush();
  }
}
