package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.spi.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The second stage: judges each candidate against the context. */
final class Judge {
  private static final double SAME_TOOL = .55;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private Judge() {}

  static List<Judged> judge(
      RecallContext context, List<Candidate> candidates, LibrarySnapshot snapshot) {
    Set<String> asked =
        words(
            context.task()
                + " "
                + context.tool()
                + " "
                + context.arguments()
                + " "
                + context.lastError());
    List<Judged> judged = new ArrayList<>();
    for (Candidate candidate : candidates) {
      snapshot
          .byId(candidate.id())
          .ifPresent(skill -> judged.add(judge(context, asked, candidate, skill)));
    }
    judged.sort(
        Comparator.comparingDouble(Judged::confidence)
            .reversed()
            .thenComparing(one -> one.skill().id()));
    return judged;
  }

  private static Judged judge(
      RecallContext context, Set<String> asked, Candidate candidate, Skill skill) {
    Map<String, Double> parts = new LinkedHashMap<>(candidate.parts());
    double overlap = 0;
    boolean sameTool = false;
    for (Situation situation : skill.situations()) {
      overlap =
          Math.max(overlap, overlap(asked, words(situation.task() + " " + situation.example())));
      sameTool |= context.beforeCall() && situation.tool().equals(context.tool());
    }
    parts.put("overlap", overlap);
    parts.put("tool", sameTool ? 1.0 : 0.0);
    double confidence = sameTool ? SAME_TOOL + (1 - SAME_TOOL) * overlap : overlap;
    return new Judged(skill, parts, confidence);
  }

  private static double overlap(Set<String> asked, Set<String> known) {
    if (known.isEmpty() || asked.isEmpty()) {
      return 0;
    }
    Set<String> both = new HashSet<>(asked);
    both.retainAll(known);
    return (double) both.size() / Math.min(asked.size(), known.size());
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
