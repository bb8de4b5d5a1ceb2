package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.core.inspect.Finding;
import dev.hivemind.core.inspect.Inspection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is suspicious about evidence and the words made of it, whoever said so: a person may have
 * pasted what he did not read. The words are looked at as they came, before they are cleaned.
 */
final class Suspicion {
  private Suspicion() {}

  /** Returns what was found, in words; empty if nothing was. */
  static String of(List<Evidence> group) {
    return Inspection.inWords(in(group));
  }

  /** Returns what was found in evidence and a draft, in words; empty if nothing was. */
  static String of(List<Evidence> group, Draft draft) {
    Set<Finding> findings = in(group);
    findings.addAll(Inspection.of(List.of(draft.description(), draft.body())));
    return Inspection.inWords(findings);
  }

  private static Set<Finding> in(List<Evidence> group) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    for (Evidence one : group) {
      List<String> words = new ArrayList<>(List.of(one.wanted()));
      one.changes().stream().map(Change::to).forEach(words::add);
      findings.addAll(Inspection.of(words));
    }
    return findings;
  }
}
