package dev.hivemind.core.learn;

import dev.hivemind.CodifyReport;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.Evidence;
import dev.hivemind.ModelUse;
import dev.hivemind.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found and decided, in whatever run, until somebody asks for it. A piece of evidence that
 * was decided on again stands where it was, with the newest decision. Not thread-safe.
 */
final class Findings {
  private final int most;
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private ModelUse model = ModelUse.NONE;

  /** Creates one that keeps the newest pieces of evidence, at most so many. */
  Findings(int most) {
    this.most = most;
  }

  void add(List<Evidence> found, List<Decision> decided) {
    found.forEach(one -> evidence.put(one.id(), one));
    for (Decision decision : decided) {
      for (String id : decision.evidence()) {
        decisions.remove(id);
        decisions.put(id, decision);
      }
    }
    Iterator<String> oldest = evidence.keySet().iterator();
    while (evidence.size() > most) {
      decisions.remove(oldest.next());
      oldest.remove();
    }
  }

  void used(ModelUse use) {
    model = model.plus(use);
  }

  void clear() {
    evidence.clear();
    decisions.clear();
  }

  /** Returns what belongs to a scope and below, and keeps it no longer. */
  CodifyReport take(Scope scope, Duration took) {
    Map<String, Evidence> asked = new LinkedHashMap<>(evidence);
    asked.values().removeIf(one -> !scope.contains(one.scope()));
    Map<Decision, List<String>> decided = new LinkedHashMap<>();
    decisions.forEach(
        (id, decision) -> {
          if (asked.containsKey(id)) {
            decided.computeIfAbsent(decision, key -> new ArrayList<>()).add(id);
          }
        });
    evidence.keySet().removeAll(asked.keySet());
    decisions.keySet().removeAll(asked.keySet());
    List<Decision> report = new ArrayList<>();
    decided.forEach((decision, ids) -> report.add(about(decision, Set.copyOf(ids))));
    ModelUse used = model;
    model = ModelUse.NONE;
    return new CodifyReport(scope, List.copyOf(asked.values()), report, took, used);
  }

  private static Decision about(Decision decision, Set<String> ids) {
    return new Decision(
        decision.outcome(),
        decision.reason(),
        decision.evidence().stream().filter(ids::contains).toList(),
        decision.skill(),
        decision.name(),
        decision.state());
  }
}
