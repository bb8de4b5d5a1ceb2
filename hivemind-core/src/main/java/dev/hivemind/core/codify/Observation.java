package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Slots;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an error that went away has shown: told as it was seen, never as an order. */
final class Observation {
  private static final int ERROR = 130;
  private static final Pattern LONG_RUN = Pattern.compile("(\\d{2})\\d{4,}");
  private static final int MANY_DIGITS = 5;

  private Observation() {}

  static Optional<String> of(List<Evidence> group) {
    Evidence newest = group.get(group.size() - 1);
    if (newest.changes().isEmpty()) {
      return Optional.empty();
    }
    Change change = newest.changes().get(0);
    String failed =
        "`" + newest.situation().tool() + "` failed with \"" + error(newest) + "\" and worked ";
    return Optional.of(Sentences.cut(failed + how(change, group), Lesson.FIRST));
  }

  private static String how(Change change, List<Evidence> group) {
    boolean command =
        change.from().strip().indexOf(' ') > 0 && change.to().strip().indexOf(' ') > 0;
    String words = command ? ChangeWords.of(group) : "";
    if (!words.isEmpty()) {
      return "with " + words + ".";
    }
    String place = change.path().isEmpty() ? "the argument" : "`" + change.path() + "`";
    if (change.to().isEmpty()) {
      return "without " + place + ".";
    }
    String from = change.from().isEmpty() ? "" : " (not `" + masked(change.from()) + "`)";
    return "with "
        + place
        + " = `"
        + LONG_RUN.matcher(Sentences.cut(change.to(), 80)).replaceAll("$1...")
        + "`"
        + from
        + ".";
  }

  private static String masked(String value) {
    boolean literal = value.chars().filter(Character::isDigit).count() >= MANY_DIGITS;
    return Sentences.cut(literal ? Slots.mask(value) : value, 60);
  }

  // The raw line says more than its signature; the incident's own literals are taken out of it.
  private static String error(Evidence one) {
    String before = one.before();
    int line = before.indexOf('\n');
    String raw = line < 0 ? one.situation().error() : before.substring(line + 1);
    String text =
        raw.lines()
            .map(String::strip)
            .filter(found -> !Slots.signature(found).isEmpty())
            .findFirst()
            .orElse("");
    return Sentences.cut(
        Literals.of(one).masked(text).replace('"', '\'').replace('`', '\''), ERROR);
  }
}
