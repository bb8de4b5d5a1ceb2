package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.core.text.Slots;
import dev.hivemind.core.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What questions about different things have in common if they are put the same way: the words
 * around the names, numbers and quotations of the day.
 *
 * @param words of the text with its literals turned into slots
 * @param weight how much it says: "go on" is no question of its own
 */
record Form(String words, double weight) {
  static final Form NONE = new Form("", 0);

  // What weighs less is said about anything.
  private static final double LEAST = 3;

  private static final Pattern SLOT = Pattern.compile("<[a-z]{1,5}>");
  private static final int LONGEST = 300;
  private static final double WORD = 1;
  private static final double COMMON_WORD = .5;
  private static final double LITERAL = 2;

  /** Returns the form of a question; one that is longer than a question has none. */
  static Form of(String task) {
    if (task.length() > LONGEST) {
      return NONE;
    }
    String masked = Slots.mask(task);
    double weight = SLOT.matcher(masked).results().count() * LITERAL;
    List<String> words = Words.of(masked);
    for (String word : Words.of(SLOT.matcher(masked).replaceAll(" "))) {
      weight += StopWords.contain(Hashes.word(word)) ? COMMON_WORD : WORD;
    }
    return new Form(String.join(" ", words), weight);
  }

  /** Returns the forms of the questions among situations that say enough. */
  static Set<String> among(List<Situation> situations) {
    Set<String> forms = new HashSet<>();
    for (Situation one : situations) {
      Form form = of(one.task());
      if (one.tool().isEmpty() && form.isTelling()) {
        forms.add(form.words());
      }
    }
    return Set.copyOf(forms);
  }

  /** Returns whether it says enough to tell one situation from another. */
  boolean isTelling() {
    return weight >= LEAST;
  }
}
