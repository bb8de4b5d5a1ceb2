package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Flag;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.spi.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host's embedding model: what it adds, and what happens when it stalls or fails. */
@Timeout(60)
class EmbeddingTest {
  private static final Scope SCOPE = Scope.of("harbour");
  private static final Author PERSON = Author.operator("ana");

  @TempDir Path home;

  /** Knows two subjects, boats and bread, by a few words each. */
  private static List<float[]> subjects(List<String> texts) {
    return texts.stream().map(EmbeddingTest::subject).toList();
  }

  private static float[] subject(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    float boats = lower.matches("(?s).*(vessel|dinghy|moor|anchor).*") ? 1 : 0;
    float bread = lower.matches("(?s).*(dough|loaf|rye|oven).*") ? 1 : 0;
    return new float[] {boats, bread, .3f, (text.hashCode() & 7) / 40f};
  }

  private Hivemind open(EmbeddingModel model) {
    Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .embeddingModel(model)
            .deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5))
            .open();
    add(hivemind, "moor-a-vessel", "Tie up a vessel at the quay with two lines.");
    add(hivemind, "bake-a-loaf", "Bake a loaf from rye on a hot stone.");
    return hivemind;
  }

  private static void add(Hivemind hivemind, String name, String description) {
    String text = "---\nname: " + name + "\ndescription: " + description + "\n---\n" + description;
    hivemind.skills(SCOPE).add(text, PERSON);
  }

  private static Recall ask(Hivemind hivemind, String session, String prompt) {
    return hivemind.recall(RecallContext.of(Session.of(SCOPE, session).by(PERSON), prompt));
  }

  /** Asks until the library's vectors are there. */
  private static Recall askWithVectors(Hivemind hivemind, String prompt) {
    int session = 0;
    Recall recall = ask(hivemind, "s" + session++, prompt);
    while (recall.flags().contains(Flag.WORDS_ALONE)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      recall = ask(hivemind, "s" + session++, prompt);
    }
    return recall;
  }

  private static double meaning(Hivemind hivemind, Recall recall, String name) {
    return hivemind.explain(SCOPE, recall.id()).orElseThrow().considered().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> one.parts().getOrDefault("meaning", 0.0))
        .orElse(0.0);
  }

  @Test
  void model_bringsUpWhatIsMeant_inOtherWords() {
    try (Hivemind hivemind = open(EmbeddingTest::subjects)) {
      Recall recall = askWithVectors(hivemind, "where do I put the dinghy for two nights");

      assertThat(meaning(hivemind, recall, "moor-a-vessel"))
          .isGreaterThan(meaning(hivemind, recall, "bake-a-loaf") + 1);
      assertThat(hivemind.explain(SCOPE, recall.id()).orElseThrow().considered().get(0).name())
          .isEqualTo("moor-a-vessel");
    }
  }

  @Test
  void model_thatStalls_leavesTheAnswerToWords_inTime() {
    CountDownLatch never = new CountDownLatch(1);
    EmbeddingModel stalling =
        texts -> {
          if (texts.size() == 1) {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return subjects(texts);
        };
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .embeddingModel(stalling)
            .deadlines(Duration.ofMillis(200), Duration.ofMillis(200))
            .open()) {
      add(hivemind, "moor-a-vessel", "Tie up a vessel at the quay with two lines.");
      add(hivemind, "bake-a-loaf", "Bake a loaf from rye on a hot stone.");
      for (int i = 0; i < 10; i++) {
        long start = System.nanoTime();
        Recall recall = ask(hivemind, "s" + i, "tie up the vessel at the quay with two lines");

        assertThat(recall.flags()).contains(Flag.WORDS_ALONE).doesNotContain(Flag.FAILED);
        assertThat(recall.skills()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      }
    }
  }

  @Test
  void model_thatFails_leavesTheAnswerToWords() {
    EmbeddingModel broken =
        texts -> {
          throw new IllegalStateException("no model today");
        };
    try (Hivemind hivemind = open(broken)) {
      Recall recall = ask(hivemind, "s", "tie up the vessel at the quay with two lines");

      assertThat(recall.flags()).containsExactly(Flag.WORDS_ALONE);
      assertThat(recall.skills()).isNotEmpty();
    }
  }

  @Test
  void model_thatKnowsHalfTheLibrary_leavesTheAnswerToWords() {
    EmbeddingModel half =
        texts -> {
          if (texts.stream().anyMatch(text -> text.contains("loaf"))) {
            throw new IllegalStateException("no bread today");
          }
          return subjects(texts);
        };
    try (Hivemind hivemind = open(half)) {
      for (int i = 0; i < 40; i++) {
        assertThat(ask(hivemind, "s" + i, "where do I put the dinghy").flags())
            .containsExactly(Flag.WORDS_ALONE);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  @Test
  void close_leavesNoThreadOfTheEmbedder() {
    try (Hivemind hivemind = open(EmbeddingTest::subjects)) {
      askWithVectors(hivemind, "where do I put the dinghy");
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (running() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(running()).isFalse();
  }

  private static boolean running() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("hivemind-embedder") && thread.isAlive());
  }
}
