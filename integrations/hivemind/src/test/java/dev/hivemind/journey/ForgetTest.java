package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.ToolStatus;
import dev.hivemind.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten is nowhere any more: not in a skill, not in a file, not in the raw bytes. */
class ForgetTest {
  private static final String NAME = "zaphodbeeblebrox";

  private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

  @TempDir Path home;

  private HivemindBuilder builder() {
    return Hivemind.builder().home(home).clock(clock);
  }

  /** A customer asks, an operator corrects what the agent does about it. */
  private static String told(Hivemind hivemind, Scope scope) {
    Session customer = Session.of(scope, "monday").by(Author.endUser(NAME));
    String prompt = hivemind.record(customer.prompt("Refund the order of " + NAME));
    hivemind.record(customer.toolCall("c1", "refund", "{\"order\":1234}"));
    hivemind.record(customer.toolResult("c1", ToolStatus.OK, "refunded"));
    hivemind.record(
        customer
            .by(Author.operator("ana"))
            .correction("c1", "No. Check the settlement window before you refund."));
    assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
    assertThat(hivemind.skills(scope).list()).hasSize(1);
    return prompt;
  }

  private boolean isAnywhere(String word) {
    byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, byte[] wanted) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void author_whoOnlyAsked_isForgottenWithTheLessonThatQuotesThem() {
    try (Hivemind hivemind = builder().open()) {
      told(hivemind, Story.SCOPE);

      ForgetReport report = hivemind.forget(Forget.author(Story.SCOPE, NAME));

      assertThat(report.events()).isEqualTo(3);
      assertThat(report.skills()).hasSize(1);
      assertThat(hivemind.skills(Story.SCOPE).list()).isEmpty();
      assertThat(Story.ask(hivemind).skills()).isEmpty();
    }
    assertThat(isAnywhere(NAME)).isFalse();
  }

  @Test
  void author_whoseEventsHaveExpired_isForgottenInTheSkills() {
    try (Hivemind hivemind = builder().retention(Duration.ofDays(1)).open()) {
      told(hivemind, Story.SCOPE);
      expire(hivemind);

      ForgetReport report = hivemind.forget(Forget.author(Story.SCOPE, NAME));

      assertThat(report.skills()).hasSize(1);
      assertThat(hivemind.skills(Story.SCOPE).list()).isEmpty();
    }
    assertThat(isAnywhere(NAME)).isFalse();
  }

  @Test
  void event_thatHasExpired_isForgottenInTheSkills() {
    try (Hivemind hivemind = builder().retention(Duration.ofDays(1)).open()) {
      String prompt = told(hivemind, Story.SCOPE);
      expire(hivemind);

      ForgetReport report = hivemind.forget(Forget.event(Story.SCOPE, prompt));

      assertThat(report.skills()).hasSize(1);
    }
    assertThat(isAnywhere(NAME)).isFalse();
  }

  private void expire(Hivemind hivemind) {
    clock.advance(Duration.ofDays(3));
    hivemind.record(Session.of(Story.SCOPE, "later").prompt("hello"));
    hivemind.codify(Story.SCOPE);
  }

  @Test
  void event_ofABesideScope_isNotForgotten() {
    Scope till = Scope.of("shop/till");
    Scope mail = Scope.of("shop/mail");
    try (Hivemind hivemind = builder().open()) {
      String prompt = told(hivemind, mail);

      ForgetReport report = hivemind.forget(Forget.event(till, prompt));

      assertThat(report.events()).isZero();
      assertThat(report.skills()).isEqualTo(List.of());
      assertThat(hivemind.skills(mail).list()).extracting(Skill::scope).containsExactly(mail);
    }
  }
}
