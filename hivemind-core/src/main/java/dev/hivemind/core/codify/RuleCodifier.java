package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import dev.hivemind.core.mine.Signals;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the words without a model: the person's own sentence with the incident's literals masked,
 * and the change that worked. Deterministic; thread-safe.
 */
public final class RuleCodifier implements Codifier {
  /** Creates. */
  public RuleCodifier() {}

  @Override
  public Proposal propose(List<Evidence> group, List<Skill> nearest) {
    Evidence newest = group.get(group.size() - 1);
    if (isAboutThePerson(group)) {
      return new Proposal.Skip(
          "a fact or preference about a person, not about what the agent did: memory's to keep");
    }
    if (group.stream().allMatch(Remark::is)) {
      return new Proposal.Skip("a remark about the moment: nothing in it would hold the next time");
    }
    Optional<Skill> kin =
        nearest.stream().filter(skill -> Kinship.of(skill, newest) != Kinship.NONE).findFirst();
    Optional<Draft> draft = draft(kin.map(skill -> together(skill, group)).orElse(group));
    if (draft.isEmpty()) {
      return new Proposal.Skip("nobody said what is wanted, and what changed says it neither");
    }
    return kin.<Proposal>map(
            skill -> new Proposal.Merge(skill.id(), draft.get(), mergeReason(skill, newest)))
        .orElseGet(() -> new Proposal.Keep(draft.get(), keepReason(newest)));
  }

  private static boolean isAboutThePerson(List<Evidence> group) {
    return group.stream()
        .allMatch(
            one ->
                one.kind() != Kind.CORRECTION
                    && one.changes().isEmpty()
                    && Phrasing.of(one.wanted()).isAboutThePerson());
  }

  // What the newer one opposes has no part in the new words.
  private static List<Evidence> together(Skill skill, List<Evidence> group) {
    Map<String, Evidence> all = new LinkedHashMap<>();
    Evidence newest = group.get(group.size() - 1);
    skill.evidence().stream()
        .filter(one -> Kinship.of(one, newest) == Kinship.SAME && Sources.alike(one, newest))
        .forEach(one -> all.put(one.id(), one));
    group.forEach(one -> all.remove(one.id()));
    group.forEach(one -> all.put(one.id(), one));
    return new ArrayList<>(all.values());
  }

  private static Optional<Draft> draft(List<Evidence> all) {
    return Lesson.of(all)
        .map(
            lesson ->
                new Draft(
                    Naming.name(all.get(all.size() - 1), lesson.first()),
                    Naming.description(all.get(all.size() - 1), lesson.first()),
                    lesson.body()));
  }

  private static String keepReason(Evidence newest) {
    return newest.signals().stream()
        .filter(one -> !one.name().equals(Signals.WANTED))
        .findFirst()
        .map(one -> one.why())
        .orElse("new");
  }

  private static String mergeReason(Skill skill, Evidence newest) {
    return Kinship.of(skill, newest) == Kinship.OPPOSES
        ? "a newer word about the same situation takes the place of revision " + skill.revision()
        : "another incident of the same lesson";
  }
}
