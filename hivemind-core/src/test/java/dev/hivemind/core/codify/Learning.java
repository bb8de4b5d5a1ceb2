package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.SkillText;
import dev.hivemind.core.mine.Story;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.CheckingSkillStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.time.Instant;
import java.util.List;

/** A library and a gate that a test feeds with stories. */
final class Learning {
  static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  final SkillStore store;
  final Library library;
  private final Codifier codifier;
  private final PromotionPolicy policy;
  private final int mostActive;

  Learning() {
    this(new RuleCodifier(), PromotionPolicy.automatic(), 200);
  }

  Learning(Codifier codifier, PromotionPolicy policy, int mostActive) {
    this(new InMemorySkillStore(), codifier, policy, mostActive);
  }

  Learning(SkillStore below) {
    this(below, new RuleCodifier(), PromotionPolicy.automatic(), 200);
  }

  private Learning(SkillStore below, Codifier codifier, PromotionPolicy policy, int mostActive) {
    this.store = new CheckingSkillStore(below);
    this.library = new Library("shop", store, new SilentEngine(), failure -> {});
    this.codifier = codifier;
    this.policy = policy;
    this.mostActive = mostActive;
  }

  List<Decision> pass(Story story) {
    return pass(story.all());
  }

  List<Decision> pass(List<Evidence> evidence) {
    return new Gate(library, codifier, policy, mostActive, new Monitor()).pass(evidence, NOW);
  }

  /** Passes and returns the decision that matters: confirmations are left out. */
  Decision decide(Story story) {
    List<Decision> decisions = pass(story.evidence());
    if (decisions.size() != 1) {
      throw new AssertionError("one decision expected: " + decisions);
    }
    return decisions.get(0);
  }

  Skill only() {
    if (library.snapshot().skills().size() != 1) {
      throw new AssertionError("one skill expected: " + library.snapshot().skills().values());
    }
    return library.snapshot().skills().values().iterator().next();
  }

  String body() {
    return SkillText.body(only().text());
  }

  String lesson() {
    return body().split("\n\n", 2)[0];
  }

  /** A person's revision of the only skill. */
  void person(SkillState state, String pinnedBy) {
    Skill one = only();
    library.save(
        new Skill(
            one.id(),
            one.revision() + 1,
            one.scope(),
            one.name(),
            one.description(),
            one.text(),
            one.situations(),
            one.evidence(),
            one.trust(),
            state,
            pinnedBy,
            Told.ANA,
            "a person decided",
            NOW));
  }

  static boolean is(Decision decision, Outcome outcome, SkillState state) {
    return decision.outcome() == outcome && decision.state() == state;
  }
}
