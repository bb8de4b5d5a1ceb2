package dev.hivemind.core.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.EmbeddingModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a question reaches the model. */
@Timeout(60)
class EmbedderTest {
  private static final int QUESTIONS = 2_000;
  private static final EmbeddingModel LENGTHS =
      texts -> texts.stream().map(text -> new float[] {1, text.length()}).toList();

  private static LibrarySnapshot library() {
    Author ana = Author.operator("ana");
    Skill skill =
        new Skill(
            "s",
            1,
            Scope.of("harbour"),
            "moor-a-vessel",
            "Tie up a vessel.",
            "---\nname: moor-a-vessel\ndescription: Tie up a vessel.\n---\nTwo lines.\n",
            List.of(),
            List.of(),
            Role.OPERATOR,
            SkillState.ACTIVE,
            "",
            ana,
            "added",
            Instant.EPOCH);
    return new LibrarySnapshot(1, Map.of(skill.id(), skill), Map.of());
  }

  private static boolean isAsked(Embedder embedder, String question) {
    return embedder.meaning("harbour", 1, question, Duration.ofSeconds(30)).isPresent();
  }

  @Test
  void question_rightAfterAnother_reachesTheModel() {
    try (Embedder embedder = new Embedder(LENGTHS, Thread::new, new Monitor())) {
      embedder.know("harbour", library());
      while (!isAsked(embedder, "is the library known")) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }

      for (int i = 0; i < QUESTIONS; i++) {
        assertThat(isAsked(embedder, "question " + i)).as("question %d", i).isTrue();
      }
    }
  }
}
