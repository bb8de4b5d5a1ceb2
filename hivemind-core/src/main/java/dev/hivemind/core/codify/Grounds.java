package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Skill;
import dev.hivemind.core.mine.Signals;
import java.util.List;

/** How firm the ground is that a skill stands on. */
public final class Grounds {
  private Grounds() {}

  /**
   * Returns whether a skill may hold a call as far as its evidence goes: an authorised person said
   * so explicitly, or said so in words and a second signal of the same act or another session
   * agrees. Words alone, and what nobody said, annotate.
   */
  public static boolean mayHold(Skill skill) {
    List<Evidence> persons =
        skill.evidence().stream()
            .filter(one -> Sources.isPersons(one) && one.author().role().authorised())
            .toList();
    boolean firm = persons.stream().anyMatch(Grounds::isFirm);
    return firm || persons.stream().map(Evidence::session).distinct().count() > 1;
  }

  private static boolean isFirm(Evidence one) {
    return one.kind() == Kind.CORRECTION
        || one.signals().stream()
            .anyMatch(
                signal ->
                    signal.name().equals(Signals.REFUSED)
                        || signal.name().equals(Signals.EDITED_CALL)
                        || signal.name().equals(Signals.EDITED_ANSWER)
                        || signal.name().equals(Signals.REVERTED)
                        || signal.name().equals(Signals.REDONE));
  }
}
