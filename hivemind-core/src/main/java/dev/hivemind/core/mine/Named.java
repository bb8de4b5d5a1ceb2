package dev.hivemind.core.mine;

import dev.hivemind.core.mine.words.Fold;
import dev.hivemind.core.text.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a person's words name a tool: "check the rights before you open a file" names {@code
 * open_file} and {@code check_rights}. At least half of the words of its name stand in the text,
 * whatever their endings, so that it holds in languages that bend them.
 */
final class Named {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SHORTEST = 3;
  private static final int STEM = 4;

  private Named() {}

  static boolean in(String text, String tool) {
    List<String> parts =
        Words.of(tool).stream().map(Fold::of).filter(one -> one.length() >= SHORTEST).toList();
    List<String> words = WORD.matcher(Fold.of(text)).results().map(found -> found.group()).toList();
    long named =
        parts.stream().filter(part -> words.stream().anyMatch(word -> alike(part, word))).count();
    return named > 0 && named * 2 >= parts.size();
  }

  private static boolean alike(String part, String word) {
    String stem = part.substring(0, Math.min(part.length(), Math.max(STEM, part.length() - 2)));
    return word.startsWith(stem) && word.length() <= part.length() + SHORTEST;
  }
}
