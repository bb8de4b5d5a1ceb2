package dev.hivemind.core.mine.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language people write in, told by its commonest short words: "para" is Spanish for "for" and
 * Portuguese for "stop", "mal" is German for "once" and Spanish for "wrong", so one language's cues
 * are not looked for in another's text.
 *
 * @param words function words that the other languages here do not share, folded; they stand in
 *     nearly every sentence, whatever it is about
 * @param cues its cues
 */
record Tongue(Set<String> words, List<Cue> cues) {
  private static final Pattern WORD = Pattern.compile("[a-z']+");
  private static final int LOOKED_AT = 60;

  private static final List<Tongue> SPACED =
      List.of(
          of(
              "the a an is are was were be been to of and in it this that we you i my your our they not for with on at as"
                  + " have has had do does did can could should would will what which when why how if or but from"
                  + " don't it's let's i'm i've there use please just also up out now all any before first only me he she his"
                  + " its so got still no yes then than more about into by does doesn't isn't didn't can't",
              EnglishCues.LIST),
          of(
              "der die das den dem ein eine einen und ist sind war nicht kein keine mit von auf fur zu im am ich du wir ihr"
                  + " sie uns euch wie was wenn aber oder noch schon auch nur bei aus nach vor uber hat haben wird"
                  + " werden soll muss bitte immer dann sonst mal gut",
              GermanCues.LIST),
          of(
              "el los las me un una unos y es son esta este esto que por para con del al se lo le les mi tu su pero como si"
                  + " ya no hay muy mas sin sobre cuando siempre nunca hacer tiene ser vale mejor",
              SpanishCues.LIST),
          of(
              "le les un une des du et est sont pas ne que qui pour avec dans sur au aux ce cette ces on nous vous je tu il"
                  + " elle mais ou plus c'est n'est j'ai d'abord toujours jamais il faut avant sans merci ca",
              FrenchCues.LIST),
          of(
              "um uma me em na nos nas da dos das nao para com por mas isso voce eu gente ele ela ja sem mais muito quando"
                  + " sempre nunca tem ser aqui ate depois foi pra",
              PortugueseCues.LIST));

  private static Tongue of(String words, List<Cue> cues) {
    return new Tongue(new HashSet<>(List.of(words.split(" "))), cues);
  }

  /** Returns the cues to look for in a folded text: of every language it may be written in. */
  static List<Cue> cues(String folded) {
    List<Cue> cues = new ArrayList<>();
    for (Tongue tongue : likely(folded)) {
      cues.addAll(tongue.cues());
    }
    if (folded.chars().anyMatch(Tongue::isKana)) {
      cues.addAll(JapaneseCues.LIST);
    } else if (folded.chars().anyMatch(Character::isIdeographic)) {
      cues.addAll(ChineseCues.LIST);
      cues.addAll(JapaneseCues.LIST);
    }
    return cues;
  }

  /** Returns whether a folded text is in a language of which there are cues. */
  static boolean isKnown(String folded) {
    return folded.codePoints().anyMatch(c -> isKana(c) || Character.isIdeographic(c))
        || words(folded).stream()
            .anyMatch(word -> SPACED.stream().anyMatch(one -> one.words().contains(word)));
  }

  private static List<String> words(String folded) {
    return WORD.matcher(folded).results().limit(LOOKED_AT).map(one -> one.group()).toList();
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  // A text with hardly a function word ("nein danke") may be of any language. English words turn up
  // in
  // every team's sentences, and its cues are words no other language here has.
  private static List<Tongue> likely(String folded) {
    List<String> words = words(folded);
    long[] hits = new long[SPACED.size()];
    long most = 0;
    for (int i = 0; i < hits.length; i++) {
      Set<String> known = SPACED.get(i).words();
      hits[i] = words.stream().filter(known::contains).count();
      most = Math.max(most, hits[i]);
    }
    List<Tongue> likely = new ArrayList<>();
    for (int i = 0; i < hits.length; i++) {
      if (i == 0 || most < 2 || hits[i] * 4 >= most * 3) {
        likely.add(SPACED.get(i));
      }
    }
    return likely;
  }
}
