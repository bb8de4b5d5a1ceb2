package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.ModelUse;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Proposal.Keep;
import dev.hivemind.Proposal.Merge;
import dev.hivemind.Skill;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.TextModel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has a language model find the words. Its answer is read strictly, checked against the evidence,
 * asked for once more if it is not usable or the call failed, and else the rules find the words. A
 * model that is late is not asked again: its time is spent. Called on the learner's thread alone;
 * not thread-safe.
 */
public final class ModelCodifier implements Codifier {
  private final ModelCall call;
  private final ModelBudget budget;
  private final Monitor monitor;
  private final Codifier rules = new RuleCodifier();
  private ModelMeter meter;

  /** Creates over a host's model. */
  public ModelCodifier(TextModel model, ModelBudget budget, Monitor monitor) {
    this.call = new ModelCall(model);
    this.budget = budget;
    this.monitor = monitor;
    this.meter = new ModelMeter(budget);
  }

  /** Returns what was asked of the model since this was last called, and begins a new budget. */
  public ModelUse take() {
    ModelUse use = meter.use();
    meter = new ModelMeter(budget);
    return use;
  }

  @Override
  public Proposal propose(List<Evidence> group, List<Skill> nearest) {
    String prompt = ModelPrompt.of(group, nearest);
    if (!meter.allows(prompt.length())) {
      meter.spared();
      return rules.propose(group, nearest);
    }
    try {
      return asked(prompt, group, nearest);
    } catch (ModelCall.FailedException e) {
      monitor.problem("text model: " + e.getMessage() + ", the rules took over");
    } catch (ModelAnswer.UnusableException e) {
      monitor.problem("text model: " + e.getMessage() + ", twice; the rules took over");
    }
    return rules.propose(group, nearest);
  }

  private Proposal asked(String prompt, List<Evidence> group, List<Skill> nearest)
      throws ModelCall.FailedException, ModelAnswer.UnusableException {
    try {
      return answer(prompt, group, nearest);
    } catch (ModelAnswer.UnusableException first) {
      String again = ModelPrompt.again(prompt, String.valueOf(first.getMessage()));
      return second(again, first, group, nearest);
    } catch (ModelCall.ThrewException first) {
      return second(prompt, first, group, nearest);
    }
  }

  // Nothing is waited for in between: the learner has more to do than this model.
  private <E extends Exception> Proposal second(
      String prompt, E first, List<Evidence> group, List<Skill> nearest)
      throws E, ModelCall.FailedException, ModelAnswer.UnusableException {
    if (!meter.allows(prompt.length())) {
      throw first;
    }
    return answer(prompt, group, nearest);
  }

  private Proposal answer(String prompt, List<Evidence> group, List<Skill> nearest)
      throws ModelCall.FailedException, ModelAnswer.UnusableException {
    long start = System.nanoTime();
    String text;
    try {
      text = call.ask(prompt, meter.patience());
    } catch (ModelCall.FailedException e) {
      meter.refused();
      throw e;
    } finally {
      meter.called(prompt.length(), Duration.ofNanos(System.nanoTime() - start));
    }
    meter.answered(text.length());
    try {
      return checked(ModelAnswer.read(text, nearest), group, nearest);
    } catch (ModelAnswer.UnusableException e) {
      meter.refused();
      throw e;
    }
  }

  private static Proposal checked(Proposal proposal, List<Evidence> group, List<Skill> nearest)
      throws ModelAnswer.UnusableException {
    if (proposal instanceof Keep keep) {
      return new Keep(grounded(keep.draft(), group, List.of()), keep.reason());
    }
    if (proposal instanceof Merge merge) {
      return new Merge(merge.skill(), grounded(merge.draft(), group, nearest), merge.reason());
    }
    return proposal;
  }

  private static Draft grounded(Draft draft, List<Evidence> group, List<Skill> shown)
      throws ModelAnswer.UnusableException {
    if (!Grounding.holds(draft, group, shown)) {
      throw new ModelAnswer.UnusableException("the lesson is not made of what is in the data");
    }
    String ids = group.stream().map(Evidence::id).collect(Collectors.joining(", "));
    return new Draft(
        draft.name(),
        draft.description(),
        draft.body() + "\n\nEvidence: " + Sentences.cut(ids, 200));
  }
}
