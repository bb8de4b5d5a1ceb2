package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills writing processes; {@code -Dhivemind.kills=} says how often, for each durability. */
class KillTest {
  private static final int KILLS = Integer.getInteger("hivemind.kills", 2);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"POWER", "PROCESS"})
  void process_killed_losesNothingAcknowledged(Durability durability)
      throws IOException, InterruptedException {
    long seed = Long.getLong("hivemind.seed", 7);
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = Files.createTempDirectory(directory, "home");
      List<String> acknowledged = acknowledged(home, durability, 20 + random.nextInt(600));
      try (Storage storage = H2Storage.with(durability).open(home)) {
        assertNothingIsLost(storage, acknowledged, "-Dhivemind.seed=" + seed);
      }
    }
  }

  private static List<String> acknowledged(Path home, Durability durability, int lines)
      throws IOException, InterruptedException {
    try (ChildProcess writer =
        ChildProcess.run(KilledWriter.class, home.toString(), durability.name())) {
      List<String> all = new ArrayList<>(writer.lines(lines));
      all.addAll(writer.kill());
      assertThat(all).hasSizeGreaterThanOrEqualTo(lines);
      return all;
    }
  }

  private static void assertNothingIsLost(
      Storage storage, List<String> acknowledged, String replay) {
    Map<String, Long> groups =
        storage.events().read("w", 0, Integer.MAX_VALUE).stream()
            .map(EventRow::id)
            .collect(
                Collectors.groupingBy(
                    id -> id.substring(0, id.lastIndexOf('-') + 1), Collectors.counting()));
    assertThat(groups.values()).as(replay).containsOnly((long) KilledWriter.GROUP);
    assertThat(groups.keySet()).as(replay).containsAll(values(acknowledged, "event "));
    assertThat(storage.skills().history("w", "s").size())
        .as(replay)
        .isGreaterThanOrEqualTo(values(acknowledged, "skill ").size());
    assertThat(storage.events().checkpoint("w", "c").position())
        .as(replay)
        .isGreaterThanOrEqualTo(values(acknowledged, "state ").size());
  }

  private static List<String> values(List<String> lines, String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }
}
