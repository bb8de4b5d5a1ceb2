package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Three hyphens in a row in a body: some readers take any for the end of the front matter or of the
 * file. In prose they become a look-alike that means the same in Markdown; in code they stay,
 * because there each character counts.
 */
final class Hyphens {
  private static final Pattern RULE = Pattern.compile(" {0,3}-{3,}");
  private static final Pattern TABLE = Pattern.compile("[|: -]++");
  private static final Pattern THREE = Pattern.compile("-{3,}");

  private Hyphens() {}

  /**
   * Returns the text without three hyphens in a row outside of code; twice changes nothing more.
   */
  static String replaced(String markdown) {
    if (!markdown.contains(FrontMatter.FENCE)) {
      return markdown;
    }
    List<String> lines = new ArrayList<>();
    String fence = "";
    for (String line : markdown.split("\n", -1)) {
      String mark = fenceOf(line);
      if (fence.isEmpty()) {
        fence = mark;
        lines.add(mark.isEmpty() ? prose(line) : line);
      } else {
        fence = mark.startsWith(fence) ? "" : fence;
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private static String fenceOf(String line) {
    String text = line.strip();
    return text.startsWith("```") ? "```" : text.startsWith("~~~") ? "~~~" : "";
  }

  private static String prose(String line) {
    if (RULE.matcher(line).matches()) {
      return "***";
    }
    if (line.contains("|") && TABLE.matcher(line).matches()) {
      return THREE.matcher(line).replaceAll("--");
    }
    StringBuilder prose = new StringBuilder();
    String[] parts = line.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      prose.append(i == 0 ? "" : "`");
      prose.append(i % 2 == 0 ? THREE.matcher(parts[i]).replaceAll("\u2014") : parts[i]);
    }
    return prose.toString();
  }
}
