package dev.hivemind.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mark to pass before a call: every earlier error with a fix, as it was, found again by the
 * cosine of hashed character 3-to-5-grams of tool and command, weighed by rarity. What it would
 * show is the fix.
 */
final class RawErrors {
  private final List<Step> steps = new ArrayList<>();
  private final List<Map<Integer, Double>> grams = new ArrayList<>();
  private final Map<Integer, Integer> holders = new HashMap<>();

  /** The nearest one and its cosine; an empty text if there is none. */
  record Found(double score, String text) {}

  void add(Step step) {
    Map<Integer, Double> counts = counts(step.tool() + " " + step.command());
    counts.keySet().forEach(gram -> holders.merge(gram, 1, Integer::sum));
    steps.add(step);
    grams.add(counts);
  }

  /** Returns what comes nearest of other sessions. */
  Found nearest(Step asked) {
    Map<Integer, Double> query = weighed(counts(asked.tool() + " " + asked.command()));
    Found best = new Found(0, "");
    for (int i = 0; i < steps.size(); i++) {
      Step known = steps.get(i);
      if (!known.session().equals(asked.session()) && known.tool().equals(asked.tool())) {
        double score = cosine(query, weighed(grams.get(i)));
        if (score > best.score()) {
          best = new Found(score, known.fix());
        }
      }
    }
    return best;
  }

  private Map<Integer, Double> weighed(Map<Integer, Double> counts) {
    Map<Integer, Double> weighed = new HashMap<>();
    counts.forEach(
        (gram, count) ->
            weighed.put(
                gram,
                (1 + Math.log(count))
                    * Math.log(2 + steps.size() / (1.0 + holders.getOrDefault(gram, 0)))));
    return weighed;
  }

  private static double cosine(Map<Integer, Double> one, Map<Integer, Double> other) {
    double dot = 0;
    for (Map.Entry<Integer, Double> gram : one.entrySet()) {
      dot += gram.getValue() * other.getOrDefault(gram.getKey(), 0.0);
    }
    return dot / Math.max(1e-9, length(one) * length(other));
  }

  private static double length(Map<Integer, Double> vector) {
    return Math.sqrt(vector.values().stream().mapToDouble(one -> one * one).sum());
  }

  private static Map<Integer, Double> counts(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    String cut = low.substring(0, Math.min(low.length(), 600));
    Map<Integer, Double> counts = new HashMap<>();
    for (int length = 3; length <= 5; length++) {
      for (int i = 0; i + length <= cut.length(); i++) {
        counts.merge(cut.substring(i, i + length).hashCode(), 1.0, Double::sum);
      }
    }
    return counts;
  }
}
