package dev.hivemind.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Intervals for cases that come in sessions: whole sessions are drawn, since the turns of one are
 * not independent.
 */
final class Clusters {
  private final List<int[]> members;
  private final int cases;

  /** Creates from the session of each case. */
  Clusters(List<String> sessions) {
    Map<String, List<Integer>> bySession = new LinkedHashMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      bySession.computeIfAbsent(sessions.get(i), key -> new ArrayList<>()).add(i);
    }
    members =
        bySession.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    cases = sessions.size();
  }

  /** Returns a statistic of cases, which it gets as their indexes. */
  Estimate of(ToDoubleFunction<int[]> statistic) {
    Estimate drawn =
        Bootstrap.of(
            members.size(),
            sample ->
                statistic.applyAsDouble(
                    Arrays.stream(sample).flatMap(i -> Arrays.stream(members.get(i))).toArray()));
    return new Estimate(drawn.value(), cases, drawn.low(), drawn.high());
  }

  /** Returns the mean of the cases' values. */
  Estimate mean(double[] values) {
    return of(sample -> Arrays.stream(sample).mapToDouble(i -> values[i]).average().orElse(0));
  }
}
