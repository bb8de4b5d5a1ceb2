package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Capture;
import dev.hivemind.Hivemind;
import dev.hivemind.SkillLibrary;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw events go, lessons stay. */
class RetentionTest {
  private final InMemoryEventStore events = new InMemoryEventStore();
  private final MutableClock clock = MutableClock.at("2026-03-01T00:00:00Z");

  @TempDir Path home;

  @Test
  void rawEvents_afterTheRetention_areGoneAndTheLessonStays() {
    try (Hivemind hivemind = Hivemind.builder().home(home).eventStore(events).clock(clock).open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      assertThat(events.read("payments-service", 0, 10)).hasSize(4);

      assertThat(expired(hivemind)).isZero();

      clock.advance(Duration.ofDays(29));
      hivemind.codify(Story.SCOPE);
      assertThat(events.read("payments-service", 0, 10)).hasSize(4);

      clock.advance(Duration.ofDays(2));
      hivemind.codify(Story.SCOPE);

      assertThat(events.read("payments-service", 0, 10)).isEmpty();
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
      assertThat(hivemind.skills(Story.SCOPE).list().get(0).evidence()).hasSize(1);
      assertThat(expired(hivemind)).isEqualTo(3);
    }
  }

  @Test
  void rawEvents_ofACaptureOfEvidence_areGoneWithinTheHourAndTheLessonStays() {
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .eventStore(events)
            .clock(clock)
            .capture(Capture.EVIDENCE)
            .open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      clock.advance(Duration.ofMinutes(61));
      hivemind.codify(Story.SCOPE);

      assertThat(events.read("payments-service", 0, 10)).isEmpty();
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
  }

  private static int expired(Hivemind hivemind) {
    SkillLibrary library = hivemind.skills(Story.SCOPE);
    return library.expired(library.list().get(0).evidence().get(0));
  }
}
