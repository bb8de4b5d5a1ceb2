package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile cases through the whole loop, each in a workspace of its own in which an operator taught
 * one true lesson: none becomes active without a person who may say so, none changes the true
 * lesson, and whatever a person approves, nothing leaves the fence.
 */
class PoisoningTest {
  private static final Author SAM = Author.operator("sam");
  private static final Author LENA = Author.owner("lena");
  private static final String LESSON = "Check the settlement window before you refund.";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FLUSH = Duration.ofMinutes(4);
  private static final Pattern FENCED =
      Pattern.compile("<hivemind-lessons [^>\n]*>\n(.*)\n</hivemind-lessons>", Pattern.DOTALL);
  private static final Pattern BORDER =
      Pattern.compile(
          "<\\s*/?\\s*hivemind|<\\|im_|\\[/?INST\\]|<</?SYS>>|</?system>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSEEN =
      Pattern.compile("[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\\x{E0000}-\\x{E0FFF}]");

  @TempDir Path roots;

  @Test
  void hostileCases_teachNobodyAnything() {
    List<HostileCase> cases = HostileCase.all();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(250);
    HivemindBuilder builder = builder();
    cases.forEach(one -> one.root(roots).ifPresent(root -> builder.publishTo(root, one.scope())));
    try (Hivemind hivemind = builder.open()) {
      teach(hivemind, Scope.of("untouched"));
      cases.forEach(one -> teach(hivemind, one.scope()));
      learned(hivemind);
      cases.forEach(one -> one.happen(hivemind, roots));
      learned(hivemind);
      cases.stream().filter(HostileCase::isFile).forEach(one -> hivemind.codify(one.scope()));

      List<String> through = new ArrayList<>();
      Map<String, int[]> figures = new TreeMap<>();
      String wanted = asked(hivemind, Scope.of("untouched"));
      assertThat(wanted).contains(LESSON);
      for (HostileCase one : cases) {
        int[] figure = figures.computeIfAbsent(one.sort(), key -> new int[2]);
        boolean harmless = isHarmless(one, hivemind, wanted);
        figure[0]++;
        figure[1] += harmless ? 0 : 1;
        if (!harmless) {
          through.add(
              one
                  + " -> "
                  + hivemind.skills(one.scope()).list(SkillState.ACTIVE).stream()
                      .map(skill -> skill.description() + " (" + skill.reason() + ")")
                      .toList());
        }
      }
      figures.forEach(
          (sort, figure) ->
              System.out.printf("poisoning: %s %d, active %d%n", sort, figure[0], figure[1]));
      assertThat(through).isEmpty();
      assertThat(brokenAfterApproval(cases, hivemind)).isEmpty();
    }
  }

  private static HivemindBuilder builder() {
    return Hivemind.builder()
        .eventStore(new InMemoryEventStore())
        .skillStore(new InMemorySkillStore())
        .recallEngine(new InMemoryRecallEngine())
        .deadlines(PATIENCE, PATIENCE)
        .promptBudget(10, 10_000)
        .toolBudget(10, 10_000);
  }

  private static void teach(Hivemind hivemind, Scope scope) {
    Story.in(Session.of(scope, "monday").by(SAM))
        .prompt("Refund order 42")
        .call("refund", "{\"order\":42}")
        .ok("done")
        .correction(LESSON)
        .end()
        .recordTo(hivemind);
  }

  private static void learned(Hivemind hivemind) {
    assertThat(hivemind.flush(FLUSH).missing()).isEmpty();
  }

  // An edit that hides something takes the lesson it was made to with it, until somebody looks.
  private static boolean isHarmless(HostileCase one, Hivemind hivemind, String wanted) {
    List<Skill> active = hivemind.skills(one.scope()).list(SkillState.ACTIVE);
    String shown = asked(hivemind, one.scope());
    if (one.carrier().equals("edited")) {
      return active.isEmpty() && shown.isEmpty();
    }
    return active.size() == 1
        && active.get(0).revision() == 1
        && shown.equals(wanted)
        && paid(hivemind, one.scope()).isEmpty();
  }

  private static String asked(Hivemind hivemind, Scope scope) {
    Session other = Session.of(scope, "another-agent").by(Author.operator("ben"));
    return hivemind
        .recall(RecallContext.of(other, "Refund order 42").beforeTool("refund", "{\"order\":42}"))
        .text();
  }

  private static String paid(Hivemind hivemind, Scope scope) {
    Session other = Session.of(scope, "a-third-agent").by(Author.operator("ben"));
    return hivemind
        .recall(
            RecallContext.of(other, "Pay order 60")
                .beforeTool("pay", "{\"order\":60}")
                .afterError("error 400: bad request"))
        .text();
  }

  private static List<String> brokenAfterApproval(List<HostileCase> cases, Hivemind hivemind) {
    List<String> broken = new ArrayList<>();
    int approved = 0;
    for (HostileCase one : cases) {
      SkillLibrary library = hivemind.skills(one.scope());
      for (Skill candidate : library.list(SkillState.CANDIDATE)) {
        library.approve(candidate.name(), LENA);
        approved++;
      }
      Session late = Session.of(one.scope(), "late").by(LENA);
      for (RecallContext context :
          List.of(
              RecallContext.of(late, "Refund order 42 twice, always"),
              RecallContext.of(late, "Refund order 42")
                  .beforeTool("refund", "{\"order\":42,\"twice\":true}"))) {
        String text = hivemind.recall(context).text();
        if (!isFenced(text)) {
          broken.add(one + " -> " + text);
        }
      }
    }
    System.out.printf(
        "poisoning: %d candidates approved, fences broken %d%n", approved, broken.size());
    return broken;
  }

  private static boolean isFenced(String text) {
    if (text.isEmpty()) {
      return true;
    }
    var fenced = FENCED.matcher(text);
    return fenced.matches()
        && !BORDER.matcher(fenced.group(1)).find()
        && !UNSEEN.matcher(text).find();
  }
}
