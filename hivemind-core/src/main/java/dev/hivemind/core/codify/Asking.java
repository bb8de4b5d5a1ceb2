package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.ModelUse;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.skillfile.SkillFile;
import java.util.List;
import java.util.Map;

/** Asks a codifier, and the rules when it fails or says what it may not say. */
final class Asking {
  private static final int DESCRIPTION = 1_024;
  private static final int BODY = 20_000;
  private static final int REASON = 2_000;

  private final Codifier codifier;
  private final Codifier rules = new RuleCodifier();
  private final Monitor monitor;

  Asking(Codifier codifier, Monitor monitor) {
    this.codifier = codifier;
    this.monitor = monitor;
  }

  ModelUse modelUse() {
    return codifier instanceof ModelCodifier model ? model.take() : ModelUse.NONE;
  }

  Proposal ask(List<Evidence> group, List<Skill> nearest) {
    try {
      Proposal proposal = codifier.propose(List.copyOf(group), List.copyOf(nearest));
      if (isFit(proposal, nearest)) {
        return proposal;
      }
      monitor.problem("codifier: a proposal that does not pass, the rules took over");
    } catch (RuntimeException | Error e) {
      monitor.failed("codifier", e);
    }
    return rules.propose(group, nearest);
  }

  private static boolean isFit(Proposal proposal, List<Skill> nearest) {
    if (proposal.reason().length() > REASON) {
      return false;
    }
    if (proposal instanceof Proposal.Keep keep) {
      return isFit(keep.draft());
    }
    if (proposal instanceof Proposal.Merge merge) {
      return isFit(merge.draft())
          && nearest.stream().anyMatch(skill -> skill.id().equals(merge.skill()));
    }
    return proposal instanceof Proposal.Skip;
  }

  // Words of which nothing is left once control characters and the like are gone throw here.
  private static boolean isWritable(Draft draft) {
    return !SkillFile.write("draft", draft.description(), draft.body(), Map.of()).isEmpty();
  }

  private static boolean isFit(Draft draft) {
    return !draft.name().isBlank()
        && !draft.description().isBlank()
        && !draft.body().isBlank()
        && draft.description().length() <= DESCRIPTION
        && draft.body().length() <= BODY
        && isWritable(draft);
  }
}
