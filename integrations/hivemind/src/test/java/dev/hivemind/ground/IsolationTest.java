package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.Status.Counter;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty workspaces that all learn about the same call, each in words of its own, while lessons come
 * and go: no recall ever sees a word from beside, below or another workspace.
 */
class IsolationTest {
  private static final int WORKSPACES = 50;
  private static final int RECALLS = Integer.getInteger("hivemind.recalls", 10_000);
  private static final int RECALLS_BETWEEN = 100;
  private static final long SEED = Long.getLong("hivemind.seed", 20260310L);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern DESK = Pattern.compile("desk-([a-z]+)");
  private static final Author ANA = Author.operator("ana");

  private final Random random = new Random(SEED);
  private final List<Scope> scopes = scopes();
  private InMemoryStorage storage = new InMemoryStorage();
  private int sessions;
  private int spoke;

  @TempDir Path home;

  @Test
  void recall_ofAnyScope_neverSeesAForeignWord() {
    try (Hivemind hivemind = open()) {
      scopes.forEach(scope -> corrected(hivemind, scope));
      live(hivemind, RECALLS / 2);
    }
    try (Hivemind hivemind = open()) {
      live(hivemind, RECALLS - RECALLS / 2);
      assertThat(hivemind.status().count(Counter.RECALLS_FAILED)).isZero();
    }
    assertThat(spoke).as("recalls that said something").isGreaterThan(RECALLS / 10);
  }

  private Hivemind open() {
    storage = storage.reopen();
    return Hivemind.builder()
        .home(home)
        .storage(directory -> storage)
        .deadlines(Duration.ofSeconds(20), Duration.ofSeconds(20))
        .open();
  }

  private void live(Hivemind hivemind, int recalls) {
    assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
    for (int i = 0; i < recalls; i++) {
      if (i % RECALLS_BETWEEN == 0) {
        change(hivemind, any());
      }
      ask(hivemind, any());
    }
  }

  private void change(Hivemind hivemind, Scope scope) {
    switch (random.nextInt(4)) {
      case 0 -> hivemind.forget(Forget.everything(scope));
      case 1 ->
          one(hivemind, scope, skill -> hivemind.skills(scope).reject(skill.name(), ANA, "no"));
      case 2 -> one(hivemind, scope, skill -> rolledBack(hivemind.skills(scope), skill));
      default -> corrected(hivemind, scope);
    }
  }

  // A lesson that was forgotten and learned again does not begin at 1.
  private static void rolledBack(SkillLibrary library, Skill skill) {
    int first = library.history(skill.name()).get(0).revision();
    library.rollback(skill.name(), first, ANA);
  }

  private interface Use {
    void of(Skill skill);
  }

  private void one(Hivemind hivemind, Scope scope, Use use) {
    List<Skill> own =
        hivemind.skills(scope).list().stream().filter(one -> one.scope().equals(scope)).toList();
    if (!own.isEmpty()) {
      use.of(own.get(random.nextInt(own.size())));
    }
  }

  private void corrected(Hivemind hivemind, Scope scope) {
    Story.in(Session.of(scope, "session-" + sessions++).by(ANA))
        .prompt("Refund the order")
        .call("refund", "{\"order\":" + (1_000 + sessions) + "}")
        .ok("refunded")
        .correction("No. Ask " + desk(scope) + " before you refund an order.")
        .recordTo(hivemind);
  }

  private void ask(Hivemind hivemind, Scope scope) {
    Session session = Session.of(scope, "asking-" + sessions++).by(ANA);
    RecallContext prompt = RecallContext.of(session, "Refund the order, ask " + desk(any()));
    RecallContext call = prompt.beforeTool("refund", "{\"order\":7}").sideEffecting();
    Recall recall = hivemind.recall(random.nextBoolean() ? prompt : call);

    for (Recall.Shown shown : recall.skills()) {
      SkillRow row = storage.skills().newest(scope.workspace(), shown.skill()).orElseThrow();
      assertThat(Scope.of(row.scope()).contains(scope)).as("seed %d: %s", SEED, row).isTrue();
    }
    Matcher desk = DESK.matcher(recall.text());
    while (desk.find()) {
      assertThat(scope.visible().stream().map(IsolationTest::desk))
          .as("seed %d: what %s was told: %s", SEED, scope, recall.text())
          .contains(desk.group());
      spoke++;
    }
  }

  private Scope any() {
    return scopes.get(random.nextInt(scopes.size()));
  }

  private static List<Scope> scopes() {
    List<Scope> all = new ArrayList<>();
    for (int i = 0; i < WORKSPACES; i++) {
      String workspace = "shop-" + letters(i);
      all.add(Scope.of(workspace));
      all.add(Scope.of(workspace + "/tills"));
      all.add(Scope.of(workspace + "/tills/ana"));
      all.add(Scope.of(workspace + "/mail"));
    }
    return List.copyOf(all);
  }

  /** The word that only a scope's own lesson has. */
  private static String desk(Scope scope) {
    return "desk-" + letters(scope.toString().hashCode() & 0x7fffffff);
  }

  // Letters, since a number would be masked as an incident's own.
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int left = number; left > 0 || letters.isEmpty(); left /= 20) {
      letters.append((char) ('a' + left % 20));
    }
    return letters.toString();
  }
}
