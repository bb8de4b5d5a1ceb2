package dev.hivemind.benchmarks;

import dev.hivemind.benchmarks.SkillSet.Query;
import dev.hivemind.benchmarks.SkillSet.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What anybody would build first, and the mark to pass: over name, description and body as one
 * text, BM25 (k1 1.2, b .75) and the cosine of hashed character 3-to-5-grams by TF-IDF, each put
 * between 0 and 1 by the least and the greatest of a query, half and half. It scores every skill.
 * Its confidence is the sum of the best candidate's two scores, each standardised over all queries
 * of the set.
 */
final class Baseline {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_NORM = .75;
  private static final int BUCKETS = 1 << 20;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final List<String> ids;
  private final Index words;
  private final Index grams;

  Baseline(List<Written> skills) {
    ids = skills.stream().map(Written::id).toList();
    List<String> texts =
        skills.stream()
            .map(one -> one.name() + " " + one.description() + " " + one.body())
            .toList();
    words = new Index(texts.stream().map(Baseline::words).toList());
    grams = new Index(texts.stream().map(Baseline::grams).toList());
  }

  List<Answer> answers(List<Query> queries) {
    List<List<String>> rankings = new ArrayList<>();
    double[] bestWords = new double[queries.size()];
    double[] bestGrams = new double[queries.size()];
    for (int i = 0; i < queries.size(); i++) {
      double[] byWords = words.bm25(words(queries.get(i).text()));
      double[] byGrams = grams.cosine(grams(queries.get(i).text()));
      double[] blend = blend(byWords, byGrams);
      int[] order =
          IntStream.range(0, blend.length)
              .boxed()
              .sorted(
                  (a, b) ->
                      blend[a] == blend[b]
                          ? ids.get(a).compareTo(ids.get(b))
                          : Double.compare(blend[b], blend[a]))
              .mapToInt(Integer::intValue)
              .toArray();
      rankings.add(Arrays.stream(order).mapToObj(ids::get).toList());
      bestWords[i] = byWords[order[0]];
      bestGrams[i] = byGrams[order[0]];
    }
    double[] first = standardised(bestWords);
    double[] second = standardised(bestGrams);
    return IntStream.range(0, queries.size())
        .mapToObj(i -> new Answer(rankings.get(i), first[i] + second[i], List.of()))
        .toList();
  }

  private static double[] blend(double[] first, double[] second) {
    double[] one = spread(first);
    double[] other = spread(second);
    return IntStream.range(0, one.length).mapToDouble(i -> (one[i] + other[i]) / 2).toArray();
  }

  private static double[] spread(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    double width = Arrays.stream(values).max().orElse(0) - least;
    return Arrays.stream(values).map(one -> width > 0 ? (one - least) / width : 0).toArray();
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance =
        Arrays.stream(values).map(one -> (one - mean) * (one - mean)).average().orElse(0);
    double deviation = Math.max(Math.sqrt(variance), 1e-9);
    return Arrays.stream(values).map(one -> (one - mean) / deviation).toArray();
  }

  private static Map<Integer, Double> words(String text) {
    Map<Integer, Double> counts = new HashMap<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(word -> counts.merge(word.hashCode(), 1.0, Double::sum));
    return counts;
  }

  private static Map<Integer, Double> grams(String text) {
    String normal =
        " "
            + WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.joining(" "))
            + " ";
    Map<Integer, Double> counts = new HashMap<>();
    for (int length = 3; length <= 5; length++) {
      for (int i = 0; i + length <= normal.length(); i++) {
        int hash = normal.substring(i, i + length).hashCode() * 0x9E3779B9;
        counts.merge((hash >>> 8) % BUCKETS, 1.0, Double::sum);
      }
    }
    return counts;
  }

  /** Postings of hashed terms. */
  private static final class Index {
    private final int documents;
    private final double[] lengths;
    private final double mean;
    private final Map<Integer, List<double[]>> postings = new HashMap<>();
    private final double[] norms;

    Index(List<Map<Integer, Double>> texts) {
      documents = texts.size();
      lengths = new double[documents];
      for (int i = 0; i < documents; i++) {
        int document = i;
        texts
            .get(i)
            .forEach(
                (term, count) -> {
                  lengths[document] += count;
                  postings
                      .computeIfAbsent(term, key -> new ArrayList<>())
                      .add(new double[] {document, count});
                });
      }
      mean = Math.max(1e-9, Arrays.stream(lengths).average().orElse(0));
      norms = new double[documents];
      postings.forEach(
          (term, list) ->
              list.forEach(one -> norms[(int) one[0]] += Math.pow(tfidf(term, one[1]), 2)));
    }

    private double tfidf(int term, double count) {
      int holders = postings.getOrDefault(term, List.of()).size();
      return (1 + Math.log(count)) * (1 + Math.log((documents + 1.0) / (holders + 1)));
    }

    double[] bm25(Map<Integer, Double> query) {
      double[] scores = new double[documents];
      for (int term : query.keySet()) {
        List<double[]> list = postings.getOrDefault(term, List.of());
        double rarity = Math.log(1 + (documents - list.size() + .5) / (list.size() + .5));
        for (double[] one : list) {
          double length = 1 - LENGTH_NORM + LENGTH_NORM * lengths[(int) one[0]] / mean;
          scores[(int) one[0]] +=
              rarity * one[1] * (SATURATION + 1) / (one[1] + SATURATION * length);
        }
      }
      return scores;
    }

    double[] cosine(Map<Integer, Double> query) {
      double[] scores = new double[documents];
      double norm = 0;
      for (Map.Entry<Integer, Double> term : query.entrySet()) {
        double weight = tfidf(term.getKey(), term.getValue());
        norm += weight * weight;
        for (double[] one : postings.getOrDefault(term.getKey(), List.of())) {
          scores[(int) one[0]] += weight * tfidf(term.getKey(), one[1]);
        }
      }
      for (int i = 0; i < documents; i++) {
        scores[i] /= Math.max(1e-9, Math.sqrt(norm * norms[i]));
      }
      return scores;
    }
  }
}
