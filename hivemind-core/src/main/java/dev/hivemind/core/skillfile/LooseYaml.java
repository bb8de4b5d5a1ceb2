package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts quotes around the values people write without them, such as {@code description: Refunds:
 * check first}. Only simple {@code key: value} lines at the top and one level below are touched;
 * the number of lines stays the same, so that positions still mean the file.
 */
final class LooseYaml {
  private static final Pattern ENTRY =
      Pattern.compile("( *)([A-Za-z0-9_.-]+):(?:[ \\t]+(\\S.*))?[ \\t]*");
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:\"(?:[^\"\\\\]|\\\\[0abtnvfre \"/\\\\NLPxuU_])*\"|'(?:[^']|'')*')(?:\\s+#.*)?");
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]{0,2}(?:\\s+#.*)?");

  private final List<String> lines;
  private final List<String> repaired = new ArrayList<>();
  private boolean inMap;

  private LooseYaml(List<String> lines) {
    this.lines = lines;
  }

  static List<String> repair(List<String> lines) {
    LooseYaml loose = new LooseYaml(lines);
    while (loose.repaired.size() < lines.size()) {
      loose.next();
    }
    return loose.repaired;
  }

  private void next() {
    String line = lines.get(repaired.size());
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches() || (!entry.group(1).isEmpty() && !inMap)) {
      repaired.add(line);
      return;
    }
    String value = entry.group(3) == null ? "" : entry.group(3).stripTrailing();
    boolean top = entry.group(1).isEmpty();
    if (top) {
      inMap = value.isEmpty() || value.startsWith("#");
    }
    if (value.isEmpty() || value.startsWith("#") || BLOCK.matcher(value).matches()) {
      repaired.add(line);
      return;
    }
    int more = top ? continuations() : 0;
    for (int i = 1; i <= more; i++) {
      value += " " + lines.get(repaired.size() + i).strip();
    }
    repaired.add(entry.group(1) + entry.group(2) + ": " + quoted(value.strip()));
    for (int i = 0; i < more; i++) {
      repaired.add("");
    }
  }

  /** Returns how many indented lines follow that go on with the value. */
  private int continuations() {
    int more = 0;
    for (int i = repaired.size() + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean indented = line.startsWith(" ") || line.startsWith("\t");
      boolean words = !line.isBlank() && !line.strip().startsWith("#");
      // What looks like an entry of its own is a mistake for a person to mend, not more words.
      if (!indented || !words || ENTRY.matcher(line.strip()).matches()) {
        break;
      }
      more++;
    }
    return more;
  }

  private static String quoted(String value) {
    boolean flow = flow(value, '[', ']') || flow(value, '{', '}');
    if (flow || QUOTED.matcher(value).matches()) {
      return value;
    }
    String inner = surrounded(value, '"', '"') ? value.substring(1, value.length() - 1) : value;
    return "'" + inner.replace("'", "''") + "'";
  }

  /** What opens a bracket and goes on behind it is words; what never closes it is a mistake. */
  private static boolean flow(String value, char open, char close) {
    int end = value.lastIndexOf(close);
    return value.charAt(0) == open && (end < 0 || end == value.length() - 1);
  }

  private static boolean surrounded(String value, char open, char close) {
    return value.length() > 1
        && value.charAt(0) == open
        && value.charAt(value.length() - 1) == close;
  }
}
