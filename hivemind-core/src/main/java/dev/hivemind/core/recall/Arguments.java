package dev.hivemind.core.recall;

import dev.hivemind.core.text.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A call's arguments, read for their words. */
final class Arguments {
  private static final int CONTENT_LENGTH = 4_000;
  private static final Pattern SWITCH = Pattern.compile("true|false|null|[-\\d.,]*");
  private static final Pattern DIRECTORIES =
      Pattern.compile("(?:[\\w.~-]*+[/\\\\]){1,64}([\\w.-]+)");
  private static final Pattern FILE =
      Pattern.compile("(?:[A-Za-z]:|~)?[\\w.@+ -]*(?:[/\\\\][\\w.@+ -]+){1,64}");
  // What shells, editors, databases and search tools call the text they are given.
  private static final Set<String> OPEN_ENDED =
      Set.of(
          ("command cmd script code shell args sql query statement pattern patch diff content"
                  + " old_string new_string path file_path file filename")
              .split(" "));

  private Arguments() {}

  /** Returns names and values without JSON's punctuation. */
  static String words(String json) {
    if (json.isBlank()) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Map.Entry<String, String> leaf : Json.leaves(json).entrySet()) {
      words.append(leaf.getKey()).append(' ').append(leaf.getValue()).append('\n');
    }
    return words.toString();
  }

  /**
   * Returns the distinct words of the values: what calls of one tool do not have in common anyway.
   * No names of arguments, no numbers and switches, of a file its name and its directory's.
   */
  static Vector content(String json) {
    StringBuilder content = new StringBuilder();
    for (String value : Json.leaves(json).values()) {
      if (content.length() < CONTENT_LENGTH && !SWITCH.matcher(value).matches()) {
        content.append(isFile(value) ? file(value) : program(value)).append('\n');
      }
    }
    return Hashes.distinct(content.toString());
  }

  private static boolean isFile(String value) {
    return FILE.matcher(value).matches();
  }

  private static String file(String path) {
    String[] names = path.split("[/\\\\]", -1);
    return names[names.length - 2] + " " + names[names.length - 1];
  }

  private static String program(String value) {
    String cut = value.substring(0, Math.min(CONTENT_LENGTH, value.length()));
    return DIRECTORIES.matcher(cut).replaceAll(" ");
  }

  /**
   * Returns whether a call says in a language of its own what is to be done, to whichever file:
   * that it is the same tool says nothing then.
   */
  static boolean areOpenEnded(String json) {
    return Json.leaves(json).entrySet().stream()
        .anyMatch(
            leaf ->
                OPEN_ENDED.contains(name(leaf.getKey()))
                    || leaf.getValue().indexOf('\n') >= 0
                    || isFile(leaf.getValue()));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
