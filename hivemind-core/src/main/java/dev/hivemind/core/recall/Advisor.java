package dev.hivemind.core.recall;

import dev.hivemind.Advice;
import dev.hivemind.RecallContext;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.codify.Grounds;
import java.util.List;

/** Decides between holding a call and a note beside it. */
final class Advisor {
  private Advisor() {}

  static Advice advise(RecallContext context, List<Skill> skills, String text) {
    if (skills.isEmpty()) {
      return new Advice.Proceed();
    }
    boolean hold = skills.stream().anyMatch(skill -> holds(skill, context));
    return hold ? new Advice.Hold(text) : new Advice.Annotate(text);
  }

  /**
   * Returns whether the skill holds the call: it has side effects, and the skill stands on firm
   * ground and was learned on this tool, in this version.
   */
  static boolean holds(Skill skill, RecallContext context) {
    return context.beforeCall()
        && context.sideEffects()
        && skill.trust().authorised()
        && skill.situations().stream().anyMatch(one -> sameTool(one, context))
        && Grounds.mayHold(skill);
  }

  private static boolean sameTool(Situation situation, RecallContext context) {
    boolean sameVersion =
        situation.toolVersion().equals(context.toolVersion())
            || situation.toolVersion().isEmpty()
            || context.toolVersion().isEmpty();
    return situation.tool().equals(context.tool()) && sameVersion;
  }
}
