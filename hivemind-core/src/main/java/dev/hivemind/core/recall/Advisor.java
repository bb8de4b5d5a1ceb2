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

  static Advice advise(RecallContext context, List<Judged> chosen, String text) {
    if (chosen.isEmpty()) {
      return new Advice.Proceed();
    }
    boolean hold =
        context.beforeCall()
            && context.sideEffects()
            && chosen.stream().anyMatch(one -> one.repeated() && holds(one.skill(), context));
    return hold ? new Advice.Hold(text) : new Advice.Annotate(text);
  }

  /**
   * Returns whether the skill stands on firm ground and was learned on this tool, in this version.
   */
  private static boolean holds(Skill skill, RecallContext context) {
    return skill.trust().authorised()
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
