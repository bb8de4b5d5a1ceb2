package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A SKILL.md cut in two, bounds checked before anything is parsed.
 *
 * @param lines what stands between the first two {@code ---} lines
 * @param firstLine the number of the first of them in the file
 * @param body what stands behind, without blank lines around it
 */
record FrontMatter(List<String> lines, int firstLine, String body) {
  static final int BYTES = 8 * 1024;
  static final int FILE_BYTES = 1 << 20;
  static final String FENCE = "---";

  FrontMatter {
    lines = List.copyOf(lines);
  }

  static FrontMatter of(String text) {
    if (text.length() > FILE_BYTES || Lines.bytes(text) > FILE_BYTES) {
      throw new SkillFileException(1, "the file is larger than 1 MiB");
    }
    return split(Lines.unix(text));
  }

  private static FrontMatter split(String text) {
    List<String> lines = new ArrayList<>();
    int open = 0;
    int number = 0;
    int bytes = 0;
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      int stop = end < 0 ? text.length() : end;
      String line = text.substring(from, stop);
      from = stop + 1;
      number++;
      boolean fence = line.stripTrailing().equals(FENCE);
      if (open == 0) {
        open = opened(line, fence, number);
        continue;
      }
      if (fence) {
        String body = text.substring(Math.min(from, text.length()));
        return new FrontMatter(lines, open + 1, Lines.normal(body.substring(blankLines(body))));
      }
      bytes += Lines.bytes(line) + 1;
      if (bytes > BYTES) {
        throw new SkillFileException(number, "the front matter is longer than 8 KB");
      }
      lines.add(line);
    }
    throw new SkillFileException(Math.max(1, open), unfinished(open));
  }

  /** Returns the number of the opening line, or 0 while only blank lines were seen. */
  private static int opened(String line, boolean fence, int number) {
    if (!fence && !line.isBlank()) {
      throw new SkillFileException(number, "the file does not begin with a line '---'");
    }
    return fence ? number : 0;
  }

  private static String unfinished(int open) {
    return open == 0 ? "the file is empty" : "the front matter has no closing line '---'";
  }

  private static int blankLines(String body) {
    int start = 0;
    for (int i = 0; i < body.length() && Character.isWhitespace(body.charAt(i)); i++) {
      if (body.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return start;
  }

  /** Returns the number in the file of a line counted from 0 in the front matter. */
  int fileLine(int line) {
    return firstLine + line;
  }
}
