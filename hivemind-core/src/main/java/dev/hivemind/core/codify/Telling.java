package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.core.mine.words.Horizon;
import dev.hivemind.core.mine.words.Phrasing;
import dev.hivemind.core.mine.words.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The person's own words as a lesson: sentences that speak of this one incident are left out where
 * others say what is wanted, and what is left of its literals is masked.
 *
 * @param lesson what fits a first paragraph
 * @param rest what did not
 */
record Telling(String lesson, String rest) {
  // Far more than a lesson has room for. What is longer was pasted, and reading all of it for cues
  // would hold up the learner for seconds.
  private static final int LOOKED_AT = 6_000;

  static Telling of(Evidence evidence, int characters) {
    Literals literals = Literals.of(evidence);
    List<String> sentences =
        withoutQuestions(Sentences.of(Sentences.cut(evidence.wanted(), LOOKED_AT)));
    int rule = firstRule(sentences);
    List<String> general =
        IntStream.range(0, sentences.size())
            .filter(i -> i >= rule || !Horizon.isMoment(sentences.get(i)))
            .mapToObj(sentences::get)
            .filter(one -> !literals.isIn(one) && !isForThePerson(one))
            .toList();
    boolean enough = general.stream().anyMatch(one -> Phrasing.of(one).saysWhatIsWanted());
    return fit(literals.masked(enough ? general : sentences), characters);
  }

  private static boolean isForThePerson(String sentence) {
    return Phrasing.of(sentence).isThanks();
  }

  // A question beside a statement led up to it, unless it says what could be done; alone it is all
  // that was said.
  private static List<String> withoutQuestions(List<String> sentences) {
    List<String> statements = sentences.stream().filter(one -> !Horizon.isQuestion(one)).toList();
    return statements.isEmpty()
        ? sentences
        : sentences.stream()
            .filter(one -> !Horizon.isQuestion(one) || Suggestion.isIn(one))
            .toList();
  }

  // What happened before the rule led up to it; what follows says what to do instead. 0 without
  // one.
  private static int firstRule(List<String> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      if (Horizon.isRule(sentences.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private static Telling fit(List<String> sentences, int characters) {
    StringBuilder lesson = new StringBuilder();
    List<String> rest = new ArrayList<>();
    for (String sentence : sentences) {
      if (rest.isEmpty() && lesson.length() + sentence.length() < characters) {
        lesson.append(lesson.isEmpty() ? "" : " ").append(sentence);
      } else {
        rest.add(sentence);
      }
    }
    if (lesson.isEmpty() && !rest.isEmpty()) {
      lesson.append(Sentences.cut(rest.remove(0), characters));
    }
    return new Telling(lesson.toString(), String.join(" ", rest));
  }
}
