package dev.hivemind.core.codify;

import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A call as an example shows it: what was chosen stays, every literal is a slot. */
final class ShownCall {
  private static final int LONGEST = 240;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  // Commands and their flags; everything else in a command may name this incident's things.
  private static final Pattern PLAIN = Pattern.compile("-{0,2}\\p{L}[\\p{L}-]*");

  private ShownCall() {}

  /**
   * Returns the call in one line; a value that the task names was the task's object, not a choice.
   */
  static String of(String tool, String arguments, String task) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> leaf : Json.leaves(arguments).entrySet()) {
      String value = Slots.value(leaf.getKey(), leaf.getValue());
      String shown = value.indexOf(' ') > 0 ? words(value) : value;
      boolean named = shown.length() > 3 && !shown.startsWith("<") && task.contains(shown);
      shown = named ? "<" + leaf.getKey() + ">" : shown;
      parts.add(leaf.getKey().isEmpty() ? shown : leaf.getKey() + "=" + shown);
    }
    String call = (tool + " " + String.join(" ", parts)).strip();
    return OneLine.code(Sentences.cut(call, LONGEST));
  }

  private static String words(String command) {
    return String.join(
        " ",
        BLANKS
            .splitAsStream(command)
            .map(word -> PLAIN.matcher(word).matches() || word.startsWith("<") ? word : "<x>")
            .toList());
  }
}
