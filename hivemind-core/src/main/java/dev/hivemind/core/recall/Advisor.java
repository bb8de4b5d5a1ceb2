package dev.hivemind.core.recall;

import dev.hivemind.Advice;
import dev.hivemind.RecallContext;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.codify.Grounds;
import dev.hivemind.core.library.LibrarySnapshot;
import java.util.List;

/** Decides between holding a call and a note beside it. */
final class Advisor {
  private Advisor() {}

  static Advice advise(
      RecallContext context, List<Judged> chosen, String text, LibrarySnapshot library) {
    if (chosen.isEmpty()) {
      return new Advice.Proceed();
    }
    boolean hold =
        context.beforeCall()
            && context.sideEffects()
            && chosen.stream()
                .anyMatch(one -> one.repeated() && holds(one.skill(), context, library));
    return hold ? new Advice.Hold(text) : new Advice.Annotate(text);
  }

  /**
   * Returns whether the skill was learned on this tool, in this version, and stands on firm ground,
   * or was told as a note before and ignored: a person had to correct the same again.
   */
  private static boolean holds(Skill skill, RecallContext context, LibrarySnapshot library) {
    return skill.trust().authorised()
        && skill.situations().stream().anyMatch(one -> sameTool(one, context))
        && (Grounds.mayHold(skill) || library.record(skill.id()).ignored() > 0);
  }

  private static boolean sameTool(Situation situation, RecallContext context) {
    boolean sameVersion =
        situation.toolVersion().equals(context.toolVersion())
            || situation.toolVersion().isEmpty()
            || context.toolVersion().isEmpty();
    return situation.tool().equals(context.tool()) && sameVersion;
  }
}
