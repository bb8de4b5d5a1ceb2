package dev.hivemind.testkit;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of one workspace at one version, and BM25 over them (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", 2009). Immutable.
 */
record WordIndex(long version, Map<String, Entry> entries, Map<String, Integer> holders) {
  static final WordIndex EMPTY = new WordIndex(0, Map.of(), Map.of());

  private static final double SATURATION = 1.2;
  private static final double LENGTH_NORM = .75;
  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&\\P{IsIdeographic}]+");
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

  /** An entry, how often each of its words occurs, and how many words it has. */
  record Entry(IndexEntry source, Map<String, Integer> counts, int length) {
    static Entry of(IndexEntry source) {
      Map<String, Integer> counts = new HashMap<>();
      List<String> words =
          source.fields().values().stream().flatMap(f -> words(f).stream()).toList();
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
      return new Entry(source, counts, words.size());
    }

    boolean visible(CandidateQuery query) {
      return query.scopes().contains(source.scope())
          && (query.tools().isEmpty()
              || source.tools().isEmpty()
              || !Collections.disjoint(query.tools(), source.tools()));
    }
  }

  WordIndex with(List<IndexEntry> changed, long newVersion) {
    Map<String, Entry> next = new TreeMap<>(entries);
    for (IndexEntry entry : changed) {
      if (entry.isRemoval()) {
        next.remove(entry.id());
      } else {
        next.put(entry.id(), Entry.of(entry));
      }
    }
    Map<String, Integer> counted = new HashMap<>();
    next.values().forEach(e -> e.counts.keySet().forEach(w -> counted.merge(w, 1, Integer::sum)));
    return new WordIndex(newVersion, next, counted);
  }

  List<Candidate> candidates(CandidateQuery query) {
    TreeSet<String> words = new TreeSet<>(words(query.text()));
    words.retainAll(holders.keySet());
    double mean = entries.values().stream().mapToInt(Entry::length).average().orElse(1);
    List<Candidate> found = new ArrayList<>();
    for (Entry entry : entries.values()) {
      double score = entry.visible(query) ? score(entry, words, mean) : 0;
      if (score > 0) {
        found.add(new Candidate(entry.source.id(), score, Map.of("words", score)));
      }
    }
    found.sort(BEST_FIRST);
    return List.copyOf(found.subList(0, Math.min(query.limit(), found.size())));
  }

  private double score(Entry entry, TreeSet<String> words, double mean) {
    double norm = SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * entry.length / mean);
    double score = 0;
    for (String word : words) {
      int count = entry.counts.getOrDefault(word, 0);
      int holding = holders.getOrDefault(word, 0);
      double rarity = Math.log(1 + (entries.size() - holding + .5) / (holding + .5));
      score += rarity * count / (count + norm);
    }
    return score;
  }

  /** Returns the words of a text: runs of letters and digits in lower case, ideographs singly. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
