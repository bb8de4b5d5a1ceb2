package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Markdown text without what a formatter changes: where lines are wrapped and blank, which sign a
 * list or an emphasis has, how a table is padded, what is escaped that need not be. Code keeps its
 * lines. Equal wordings say the same.
 */
final class Wording {
  private static final Pattern BULLET = Pattern.compile("[*+-](?=\\s)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}[.)](?=\\s)");
  private static final Pattern RULE = Pattern.compile("[*_-](?:\\s*[*_-]){2,}+");
  private static final Pattern CELLS = Pattern.compile("[|:\\s-]++");
  private static final Pattern BEGIN =
      Pattern.compile("(?:[-#>|]|1[.]|\\*\\*\\*$).*+", Pattern.DOTALL);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern HYPHENS = Pattern.compile("-+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct})");

  private final List<String> blocks = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();

  private Wording() {}

  /** Returns the wording of a body. */
  static String of(String markdown) {
    Wording wording = new Wording();
    String fence = "";
    for (String line : Lines.normal(markdown).split("\n", -1)) {
      String mark = fenceOf(line);
      if (!fence.isEmpty() || !mark.isEmpty()) {
        boolean ends = fence.isEmpty() || mark.equals(fence);
        wording.code(ends ? line.strip().replace('~', '`') : line);
        fence = ends ? (fence.isEmpty() ? mark : "") : fence;
      } else {
        wording.prose(line.strip());
      }
    }
    wording.end();
    return String.join("\n", wording.blocks);
  }

  private static String fenceOf(String line) {
    String text = line.strip();
    return text.startsWith("```") ? "```" : text.startsWith("~~~") ? "~~~" : "";
  }

  private void code(String line) {
    end();
    blocks.add(line);
  }

  private void end() {
    if (!open.isEmpty()) {
      blocks.add(open.toString());
      open.setLength(0);
    }
  }

  private void prose(String stripped) {
    String line = plain(stripped);
    if (line.isEmpty() || BEGIN.matcher(line).matches()) {
      end();
    }
    if (!line.isEmpty()) {
      open.append(open.isEmpty() ? "" : " ").append(line);
    }
    if (line.startsWith("#") || line.startsWith("|") || line.equals("***")) {
      end();
    }
  }

  private static String plain(String line) {
    if (RULE.matcher(line).matches()) {
      return "***";
    }
    if (line.contains("|") && CELLS.matcher(line).matches()) {
      return "|" + HYPHENS.matcher(BLANKS.matcher(line).replaceAll("")).replaceAll("-");
    }
    String marked = BULLET.matcher(line).lookingAt() ? "-" + line.substring(1) : line;
    if (NUMBER.matcher(marked).lookingAt()) {
      marked = NUMBER.matcher(marked).replaceFirst("1.");
    }
    return words(BLANKS.matcher(marked).replaceAll(" "));
  }

  /** Code between backticks keeps its letters. */
  private static String words(String line) {
    StringBuilder words = new StringBuilder();
    String[] parts = line.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      words.append(i == 0 ? "" : "`");
      words.append(
          i % 2 == 0 ? ESCAPE.matcher(parts[i]).replaceAll("").replace('_', '*') : parts[i]);
    }
    return words.toString();
  }
}
