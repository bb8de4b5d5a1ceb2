package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that wait for the learner, from where waiting is delicate. */
class InterruptedGovernorTest {
  private static final Author ANA = Author.operator("ana");

  @TempDir Path home;

  private final Tale tale = new Tale(dev.hivemind.Scope.of("station/team0"), "s", "mow_lawn");

  @Test
  void change_byAThreadThatIsInterrupted_isPublishedWhenItReturns() throws IOException {
    try (Hivemind hivemind = Hivemind.open(home)) {
      tale.events().forEach(hivemind::record);
      assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
      Skill skill = hivemind.skills(tale.scope()).list().get(0);

      Thread.currentThread().interrupt();
      String text = skill.text() + "\nMind the frogs too.\n";
      hivemind.skills(tale.scope()).edit(skill.name(), text, ANA);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(hivemind.status().problems()).isEmpty();
      assertThat(files()).singleElement().asString().contains("frogs");
    }
  }

  @Test
  void listener_thatUsesTheLibrary_doesNotWaitForItself() {
    AtomicReference<Hivemind> own = new AtomicReference<>(Hivemind.noop());
    AtomicReference<List<Skill>> seen = new AtomicReference<>(List.of());
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .listener(
                report -> {
                  seen.set(own.get().skills(tale.scope()).list());
                  own.get().codify(tale.scope());
                })
            .open()) {
      own.set(hivemind);
      tale.events().forEach(hivemind::record);

      assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
      assertThat(seen.get()).hasSize(1);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(home.resolve("skills"))) {
      return found
          .filter(path -> path.endsWith("SKILL.md"))
          .map(
              path -> {
                try {
                  return Files.readString(path);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }
}
