package dev.hivemind.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Guesses the language of a turn, so that figures can be told apart by it: by its script, else by
 * the commonest short words. A guess of the runner alone; the library has its own.
 */
final class Language {
  private static final Map<String, Set<String>> WORDS =
      new TreeMap<>(
          Map.of(
              "de",
                  words("der die das und ist nicht ein eine mit auf für bitte wir ich du den dem"),
              "en", words("the a is are to of and in it this that we you i not for with can do"),
              "es", words("el los las y es que por para con no lo una hay siempre pero del"),
              "fr", words("le les une et est pas que pour avec dans sur il vous je tu des du"),
              "pt", words("o os as um uma e não que para com no na isso você do da")));

  private Language() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /** Returns its code, {@code other} if there is no telling. */
  static String of(String text) {
    if (text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30FF)) {
      return "ja";
    }
    if (text.codePoints().anyMatch(Character::isIdeographic)) {
      return "zh";
    }
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"));
    String best = "other";
    long most = 0;
    for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
      long hits = words.stream().filter(language.getValue()::contains).count();
      if (hits > most) {
        most = hits;
        best = language.getKey();
      }
    }
    return best;
  }
}
