package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Status.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single bits and cut ends of any file of the index, seen from the library; {@code
 * -Dhivemind.damages=} says how many of each. The engine's own contract damages every file in many
 * places.
 */
class DamagedIndexTest {
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_323L);
  private static final int QUESTIONS = 10;

  private final Random random = new Random(SEED);
  private final List<RecallContext> questions =
      Stream.generate(new Tales(SEED)::question).limit(QUESTIONS).toList();

  @TempDir Path home;

  private Hivemind open() {
    return Hivemind.builder()
        .home(home)
        .deadlines(Duration.ofSeconds(20), Duration.ofSeconds(20))
        .open();
  }

  private List<List<String>> answers(Hivemind hivemind) {
    return questions.stream()
        .map(question -> hivemind.recall(question).skills())
        .map(shown -> shown.stream().map(Recall.Shown::name).toList())
        .toList();
  }

  @Test
  void index_damaged_isRebuilt_andRecallAnswersAsBefore() throws IOException {
    List<List<String>> before;
    try (Hivemind hivemind = open()) {
      new Tales(SEED).some(20).forEach(story -> story.recordTo(hivemind));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      before = answers(hivemind);
      assertThat(before).anyMatch(names -> !names.isEmpty());
    }
    for (int i = 0; i < 2 * DAMAGES; i++) {
      List<Path> files = Homes.files(home.resolve("index"));
      files = files.stream().filter(file -> file.toFile().length() > 0).toList();
      Path file = files.get(random.nextInt(files.size()));
      Damage damage = Damage.some(random, i % 2 == 0);
      damage.to(file);
      try (Hivemind hivemind = open()) {
        String what = "seed " + SEED + ", " + damage + " of " + file.getFileName();
        assertThat(answers(hivemind)).as(what).isEqualTo(before);
        assertThat(hivemind.status().count(Counter.RECALLS_FAILED)).as(what).isZero();
      }
    }
    System.out.println(2 * DAMAGES + " damaged indexes, each rebuilt, recall as before");
  }
}
