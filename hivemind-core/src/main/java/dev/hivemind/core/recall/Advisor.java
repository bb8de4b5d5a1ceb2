package dev.hivemind.core.recall;

import dev.hivemind.Advice;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.RecallContext;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import java.util.List;
import java.util.Set;

/** Decides between holding a call and a note beside it. */
final class Advisor {
  // Words alone and observations never hold: they may annotate until a second signal agrees.
  private static final Set<Kind> EXPLICIT =
      Set.of(Kind.CORRECTION, Kind.REFUSAL, Kind.EDITED, Kind.REVERT);

  private Advisor() {}

  static Advice advise(RecallContext context, List<Skill> skills, String text) {
    if (skills.isEmpty()) {
      return new Advice.Proceed();
    }
    boolean hold =
        context.beforeCall()
            && context.sideEffects()
            && skills.stream().anyMatch(skill -> holds(skill, context));
    return hold ? new Advice.Hold(text) : new Advice.Annotate(text);
  }

  /**
   * Returns whether the skill may hold: learned from an authorised person's explicit word, on this
   * tool and this version of it.
   */
  private static boolean holds(Skill skill, RecallContext context) {
    return skill.trust().authorised()
        && skill.situations().stream().anyMatch(one -> one.tool().equals(context.tool()))
        && skill.situations().stream().noneMatch(one -> otherVersion(one, context))
        && (skill.evidence().isEmpty() || skill.evidence().stream().anyMatch(Advisor::explicit));
  }

  private static boolean explicit(Evidence evidence) {
    return EXPLICIT.contains(evidence.kind()) && evidence.author().role().authorised();
  }

  private static boolean otherVersion(Situation situation, RecallContext context) {
    return situation.tool().equals(context.tool())
        && !situation.toolVersion().equals(context.toolVersion());
  }
}
