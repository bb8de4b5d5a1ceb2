package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.core.skillfile.SkillNames;
import dev.hivemind.core.text.Slots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and describes a lesson by what it is triggered by. */
final class Naming {
  private static final int WORDS = 3;
  private static final int DESCRIPTION = 290;
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKUP = Pattern.compile("[`*]|^For `[^`]*`: |<|>");

  private static final Pattern SLOT =
      Pattern.compile("#?<(?:n|id|hash|uuid|path|url|mail|date|text)>");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BEFORE_STOP = Pattern.compile("\\s+([.,;:!?)\u3002\uff0c])");
  private static final Pattern ENDING = Pattern.compile("[.,;:]+$");

  private Naming() {}

  /** Returns the tool and a few telling words of the lesson. */
  static String name(Evidence evidence, String lesson) {
    List<String> words = new ArrayList<>();
    String tool = evidence.situation().tool();
    if (!tool.isEmpty()) {
      words.add(tool);
    }
    Set<String> telling = Vocabulary.of(lesson);
    Set<String> used = new HashSet<>(Vocabulary.of(tool + " use said what failed worked"));
    for (String word : OTHER.splitAsStream(lesson).toList()) {
      Set<String> parts = Vocabulary.of(word);
      boolean tells = word.length() > 3 && telling.containsAll(parts) && !parts.isEmpty();
      if (tells && used.addAll(parts) && words.size() < WORDS + 1) {
        words.add(word);
      }
    }
    return SkillNames.slug(Sentences.cut(String.join(" ", words), 60).replace("...", ""));
  }

  /** Returns what to do and when, in one line, with the trigger's own words. */
  static String description(Evidence evidence, String lesson) {
    String what = MARKUP.matcher(Sentences.cut(lesson, 150)).replaceAll("").strip();
    String stop = what.matches(".*[.!?\u3002\uff01\uff1f]$") ? " " : ". ";
    return Sentences.cut(
        (what + stop + "Use when " + when(evidence)).replace('\n', ' '), DESCRIPTION);
  }

  private static String when(Evidence evidence) {
    String tool = evidence.situation().tool();
    String task = task(evidence);
    String error = evidence.situation().error().replace('\n', ' ');
    String act = tool.isEmpty() ? "answering" : "calling " + tool;
    String after =
        error.isEmpty()
            ? ""
            : ", error " + MARKUP.matcher(Sentences.cut(bare(error), 60)).replaceAll("");
    return act + (task.isEmpty() ? "" : " for: " + task) + after + ".";
  }

  // What is left of a task without its literals: a slot's name would read as a word of it.
  private static String task(Evidence evidence) {
    String masked = Literals.of(evidence).masked(Slots.mask(evidence.situation().task()));
    String task = MARKUP.matcher(bare(masked)).replaceAll("").strip();
    String cut = Sentences.cut(BEFORE_STOP.matcher(task).replaceAll("$1"), 80);
    return Vocabulary.of(cut).isEmpty() ? "" : ENDING.matcher(cut).replaceAll("");
  }

  private static String bare(String masked) {
    String flat = SLOT.matcher(masked.replace('\n', ' ')).replaceAll(" ");
    return BLANKS.matcher(flat).replaceAll(" ").strip();
  }
}
