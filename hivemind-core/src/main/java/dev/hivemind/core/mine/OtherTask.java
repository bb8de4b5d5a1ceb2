package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Slots;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the call that succeeded did something else than the one that failed: then its success
 * says nothing about the error. After a failing test run agents look at a file, run the linter, or
 * give another text to replace; what cures a call leaves its task as it is.
 */
final class OtherTask {
  private static final int SHORT = 120;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  // Programs and their subcommands; flags, assignments and literals are how a task is done.
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_:-]*");
  // How tools of any kind say that a word itself was wrong.
  private static final Pattern NAMES_A_WORD =
      Pattern.compile(
          "not found|unknown|unrecogni[sz]ed|invalid|no such|unsupported|deprecated|removed|did you mean|unexpected|illegal",
          Pattern.CASE_INSENSITIVE);

  private OtherTask() {}

  static boolean is(Act error, Act fix) {
    return Leaves.changes(error.text(), fix.text()).stream()
        .anyMatch(change -> isOther(change, error.output()));
  }

  private static boolean isOther(Change change, String output) {
    boolean program = !Slots.value(change.path(), "x y").startsWith("<");
    if (!program) {
      return change.from().length() > SHORT || change.to().length() > SHORT;
    }
    Set<String> gone = plain(change.from());
    Set<String> come = plain(change.to());
    Set<String> kept = new LinkedHashSet<>(gone);
    kept.retainAll(come);
    gone.removeAll(kept);
    come.removeAll(kept);
    if (gone.isEmpty() && come.isEmpty()) {
      return false;
    }
    boolean named = output.lines().anyMatch(line -> names(line, gone));
    boolean swapped = !gone.isEmpty() && !come.isEmpty();
    return kept.isEmpty() ? !named : (swapped && !named) || come.size() > 2;
  }

  private static boolean names(String line, Set<String> words) {
    String low = line.toLowerCase(Locale.ROOT);
    return NAMES_A_WORD.matcher(low).find() && words.stream().anyMatch(low::contains);
  }

  private static Set<String> plain(String command) {
    Set<String> words = new LinkedHashSet<>();
    BLANKS
        .splitAsStream(command)
        .filter(word -> PLAIN.matcher(word).matches())
        .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    return words;
  }

  /** Returns whether an error says anything by which it could be known again. */
  static boolean isNameless(Act error) {
    return Slots.signature(error.output()).isBlank();
  }
}
